"""What is known of Chinese text, for every stage: the dictionary, which characters meet, the forms of lines."""
