"""The screen: one window, its pages, and nothing that knows how a case is kept."""

from gbvcase.ui.unread import leave_sources_unread

leave_sources_unread()
