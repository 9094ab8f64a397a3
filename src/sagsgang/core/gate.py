"""What must be looked at before a paper is sent out: personal data, leftovers, closed words in open texts."""
