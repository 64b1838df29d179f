"""The model behind boilerplate/by_model.py: what it looks at, its weights, and how it scores and chooses."""
