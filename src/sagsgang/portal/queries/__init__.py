"""What each page shows, read by one function a page and handed over as frozen data."""
