"""Hearing the programme and seeing its picture in time with it."""
