"""All papers in force on the street as files for analysis: JSON Lines, and three tables in Parquet."""
