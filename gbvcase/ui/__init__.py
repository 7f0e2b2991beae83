"""The screen: one window, its pages, and nothing that knows how a case is kept."""
