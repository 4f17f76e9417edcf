"""The one-page report for an appointment: words, layout and painting, in tenths of a millimetre."""
