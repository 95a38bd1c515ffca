"""VisAH, which makes a mixture clearer by what is seen (Huang et al., CVPR 2025, 2505.12154)."""
