# Two words do everything on a fresh computer, set-up included:
#   make demo   a made-up office: cases, papers, tables, pictures in demo/, and the window
#   make test   all that must pass
.PHONY: demo test clean

VENV := .venv
RUN := $(VENV)/bin/python

demo:
	@sh packaging/set_up.sh demo
	@rm -rf demo
	@$(RUN) -m gbvcase demo demo

test:
	@sh packaging/set_up.sh test
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(RUN) -m poethepoet check

clean:
	rm -rf $(VENV) build dist demo
