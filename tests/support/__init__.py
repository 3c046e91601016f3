"""What several tests make."""
