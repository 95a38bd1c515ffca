"""How VisAH lets what is seen change the innermost sound."""

from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.balancing.config import RebalancerConfig


class PictureContext(nn.Module):
    """Features of pictures as the transformer asks them.

    The published encoder was trained with its attention along the batch and not along time, a slip
    that its weights rely on: for one example, whose only key has all the weight, it maps each
    picture alone. Queries, keys and the code of places count for nothing then.
    """

    def __init__(self, config: RebalancerConfig) -> None:
        super().__init__()
        self.proj = nn.Linear(config.picture, config.inner)
        self.layers = nn.ModuleList(_ContextLayer(config) for _ in range(config.context_layers))
        self.norm = nn.LayerNorm(config.inner) if config.context_norm else nn.Identity()

    def forward(self, pictures: Tensor) -> Tensor:
        """(b, picture, feature) -> (b, picture, inner)."""
        out: Tensor = self.proj(pictures)
        for layer in self.layers:
            out = layer(out)
        return self.norm(out)


class _ContextLayer(nn.Module):
    def __init__(self, config: RebalancerConfig) -> None:
        super().__init__()
        inner = config.inner
        self.self_attn = nn.MultiheadAttention(inner, config.heads)
        self.linear1 = nn.Linear(inner, config.context_hidden)
        self.linear2 = nn.Linear(config.context_hidden, inner)
        self.norm1, self.norm2 = nn.LayerNorm(inner), nn.LayerNorm(inner)

    def forward(self, values: Tensor) -> Tensor:
        attention, inner = self.self_attn, values.shape[-1]
        weight, bias = attention.in_proj_weight[2 * inner :], attention.in_proj_bias[2 * inner :]
        values = values + attention.out_proj(F.linear(self.norm1(values), weight, bias))
        return values + self.linear2(F.gelu(self.linear1(self.norm2(values))))


class PictureGuide(nn.Module):
    """A transformer over the innermost sound that asks the pictures; it begins as no change."""

    def __init__(self, config: RebalancerConfig) -> None:
        super().__init__()
        outer, inner = config.widths[-1], config.inner
        self.norm = nn.GroupNorm(min(32, outer), outer, eps=1e-6)
        self.proj_in = nn.Conv1d(outer, inner, 1)
        self.transformer_blocks = nn.ModuleList(_Block(config) for _ in range(config.blocks))
        self.proj_out = nn.Conv1d(inner, outer, 1)
        nn.init.zeros_(self.proj_out.weight)
        nn.init.zeros_(self.proj_out.bias)  # type: ignore[arg-type]

    def forward(self, sound: Tensor, context: Tensor) -> Tensor:
        """Change the sound.

        Args:
            sound: (b, channel, frame).
            context: (b, picture, inner).

        Returns:
            As `sound`.
        """
        values = self.proj_in(self.norm(sound)).transpose(1, 2)
        for block in self.transformer_blocks:
            values = block(values, context)
        return sound + self.proj_out(values.transpose(1, 2))


class _Block(nn.Module):
    def __init__(self, config: RebalancerConfig) -> None:
        super().__init__()
        inner = config.inner
        self.attn1, self.attn2 = _Attention(config), _Attention(config)
        self.ff = _FeedForward(inner)
        self.norm1, self.norm2, self.norm3 = (nn.LayerNorm(inner) for _ in range(3))

    def forward(self, values: Tensor, context: Tensor) -> Tensor:
        heard = self.norm1(values)
        values = values + self.attn1(heard, heard)
        values = values + self.attn2(self.norm2(values), context)
        return values + self.ff(self.norm3(values))


class _Attention(nn.Module):
    def __init__(self, config: RebalancerConfig) -> None:
        super().__init__()
        inner, self._heads = config.inner, config.heads
        self.to_q, self.to_k, self.to_v = (nn.Linear(inner, inner, bias=False) for _ in range(3))
        self.to_out = nn.Sequential(nn.Linear(inner, inner))

    def forward(self, values: Tensor, asked: Tensor) -> Tensor:
        query, key, content = (
            layer(given).unflatten(-1, (self._heads, -1)).transpose(1, 2)
            for layer, given in ((self.to_q, values), (self.to_k, asked), (self.to_v, asked))
        )
        found = F.scaled_dot_product_attention(query, key, content)
        return self.to_out(found.transpose(1, 2).flatten(2))


class _FeedForward(nn.Module):
    """A gated layer of four times the width."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        gate = nn.Module()
        gate.proj = nn.Linear(inner, 8 * inner)
        self.net = nn.ModuleList([gate, nn.Identity(), nn.Linear(4 * inner, inner)])

    def forward(self, values: Tensor) -> Tensor:
        first, last = self.net[0], self.net[2]
        linear, gate = first.proj(values).chunk(2, dim=-1)  # type: ignore[operator]
        return last(linear * F.gelu(gate))
