"""What single lines give away, read by several stages: furniture phrases, shapes of lines, trails of elements."""
