"""What is in the articles folder and in the catalogue -> what answers, without a restart."""
