"""Reports as text, one file a format. No renderer reads a file, the clock or the terminal."""
