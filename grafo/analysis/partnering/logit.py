"""A conditional logit: which of the candidates is the one, as a weighted sum of features says.

D. McFadden, "Conditional logit analysis of qualitative choice behavior", 1974. Of the many
candidates that were not chosen some are a sample; each then stands for as many as its odds of
being drawn say, or the fit would take hard cases for the usual ones.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 512  # questions in memory as float64 products
_MOST_ROUNDS = 40


def fit_choices(
    features: NDArray[np.float32], stands_for: NDArray[np.float32], ridge: float = 1.0
) -> NDArray[np.float64]:
    """Return the weight of each feature, by Newton's method.

    Args:
        features: shape (q, m, p): for each question the chosen candidate first, then others.
        stands_for: shape (q, m): how many candidates each stands for; 1 for the first.
        ridge: penalty on the square of each weight, in units of the feature's deviation.

    Returns:
        Shape (p,); a higher weighted sum of a candidate's features, a likelier choice.
    """
    count = features.shape[2]
    flat = features.reshape(-1, count)
    scale = flat.std(axis=0, dtype=np.float64)
    scale[scale == 0] = 1.0
    weights = np.zeros(count)
    offset = np.log(stands_for.astype(np.float64))
    loss, slope, bend = _loss(features, offset, weights / scale, scale)
    for _ in range(_MOST_ROUNDS):
        slope, bend = slope + ridge * weights, bend + ridge * np.eye(count)
        step = np.linalg.solve(bend, slope)
        gain = float(slope @ step)
        length = 1.0
        before = loss + ridge * float(weights @ weights) / 2
        while True:
            tried = weights - length * step
            loss, slope, bend = _loss(features, offset, tried / scale, scale)
            if loss + ridge * float(tried @ tried) / 2 <= before - 1e-4 * length * gain:
                break
            length /= 2
            if length < 1e-6:
                return np.asarray(weights / scale, dtype=np.float64)
        weights = tried
        if gain < 1e-6 * len(features):
            break
    return np.asarray(weights / scale, dtype=np.float64)


def _loss(
    features: NDArray[np.float32],
    offset: NDArray[np.float64],
    weights: NDArray[np.float64],
    scale: NDArray[np.float64],
) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """Return the loss, its gradient and its Hessian in the scaled weights."""
    count = len(weights)
    loss, slope, bend = 0.0, np.zeros(count), np.zeros((count, count))
    for start in range(0, len(features), _AT_ONCE):
        part = features[start : start + _AT_ONCE]
        score = part @ weights.astype(np.float32) + offset[start : start + _AT_ONCE]
        top = score.max(axis=1, keepdims=True)
        odds = np.exp(score - top)
        total = odds.sum(axis=1, keepdims=True)
        chance = odds / total
        loss += float((np.log(total[:, 0]) + top[:, 0] - score[:, 0]).sum())
        mean = np.einsum("qm,qmp->qp", chance.astype(np.float32), part).astype(np.float64)
        slope += (mean - part[:, 0]).sum(axis=0)
        flat = part.reshape(-1, count)
        heavy = flat * chance.reshape(-1, 1).astype(np.float32)
        bend += heavy.T @ flat - mean.T @ mean
    return loss, slope / scale, bend / np.outer(scale, scale)
