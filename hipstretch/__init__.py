"""HipStretch: guided stretching for hip, lower-back and sciatica pain."""

__version__ = "0.1.0"
