"""The screen: one window, its pages, and nothing that knows how a case is kept."""

from gbvcase.ui.put_off import put_modules_off

put_modules_off()

from gbvcase.ui.unread import leave_sources_unread  # noqa: E402 - it brings in the toolkit

leave_sources_unread()
