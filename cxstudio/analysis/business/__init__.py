"""The business case: amounts by month, what they come to, and how far it may come out otherwise."""
