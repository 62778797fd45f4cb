"""The judge: how likely a proposed claim is right, and of which type it is, from the words and the grammar together.

A sentence goes through a small encoder once; trigger, parties and the whole sentence are mean vectors of its states.
A head of two layers and a table of grammar features turn them into a probability for each type and for "no claim".
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span

from verbale.lexicon.tables import data_path
from verbale.reading.questions import Question

Floats = npt.NDArray[np.float32]
_MOST_PIECES = 256
_MOST_HEADS = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """Probabilities in hundredths: that the proposed type is right, and of the likeliest type."""

    right: float
    best: str
    best_right: float


class Hearing(Protocol):
    """The judge on one report."""

    def judge(self, question: Question) -> Verdict:
        """The verdict on one proposed claim."""
        ...


class Judge(Protocol):
    """What decides on the grammar's proposals."""

    thresholds: Mapping[str, float]

    def hear(self, doc: Doc) -> Hearing:
        """The judge on one report; sentences are encoded when first asked about."""
        ...


@cache
def load_judge(name: str) -> Judge | None:
    """The judge called `name`; "none" is nobody: the grammar decides alone.

    >>> load_judge("none") is None
    True
    """
    return None if name == "none" else EncoderJudge(data_path("en", "judge"))


class EncoderJudge:
    """The judge whose files lie in `folder` (docs/model-card.md)."""

    def __init__(self, folder: Traversable) -> None:
        from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415
        from tokenizers import Tokenizer  # noqa: PLC0415

        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = InferenceSession(
            folder.joinpath("encoder.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MOST_PIECES)
        card: dict[str, Any] = json.loads(folder.joinpath("judge.json").read_text(encoding="utf-8"))
        self.thresholds: Mapping[str, float] = card["thresholds"]
        self.types: list[str] = card["types"]
        self.features = {name: at for at, name in enumerate(card["features"])}
        with folder.joinpath("head.npz").open("rb") as file:
            self._weights: dict[str, Floats] = {name: w.astype(np.float32) for name, w in np.load(file).items()}

    def hear(self, doc: Doc) -> "EncoderHearing":
        """The judge on one report."""
        return EncoderHearing(self, doc)

    def encode(self, text: str) -> tuple[Floats, list[tuple[int, int]]]:
        """The states of the pieces of a sentence, and the characters of each piece."""
        pieces = self._tokenizer.encode(text)
        ids = np.array([pieces.ids], dtype=np.int64)
        states: Floats = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]
        return states, pieces.offsets

    def score(self, vector: Floats, features: Iterable[str], type_: str | None) -> Floats:
        """The probability of no claim (first) and of each type."""
        w = self._weights
        known = [self.features[f] for f in features if f in self.features]
        logits = _gelu(vector @ w["hidden"] + w["hidden_bias"]) @ w["out"] + w["out_bias"]
        logits += w["grammar"][known].sum(axis=0)
        if type_ is not None and type_ in self.types:
            logits[1 + self.types.index(type_)] += float(w["proposed"][known].sum()) + float(w["proposed_bias"][0])
        odds: Floats = np.exp((logits - logits.max()) / float(w["temperature"][0]))
        return odds / odds.sum()


class EncoderHearing:
    """One report before an `EncoderJudge`; keeps the states of its sentences."""

    def __init__(self, judge: EncoderJudge, doc: Doc) -> None:
        self._judge = judge
        self._doc = doc
        self._states: dict[int, tuple[Floats, list[tuple[int, int]]]] = {}

    def judge(self, question: Question) -> Verdict:
        """The verdict on one proposed claim."""
        sentence: Span = self._doc[question.trigger].sent
        if sentence.start not in self._states:
            self._states[sentence.start] = self._judge.encode(sentence.text)
        states, offsets = self._states[sentence.start]
        spans = [(question.trigger,), question.actor[:_MOST_HEADS], question.recipient[:_MOST_HEADS]]
        parts = [_pool(states, offsets, self._characters(sentence, tokens)) for tokens in spans]
        vector = np.concatenate([*parts, states.mean(axis=0)])
        odds = self._judge.score(vector, question.features, question.type)
        best = int(odds[1:].argmax())
        types = self._judge.types
        right = odds[1 + types.index(question.type)] if question.type in types else 0.0
        return Verdict(_hundredths(right), types[best], _hundredths(odds[1 + best]))

    def _characters(self, sentence: Span, tokens: Sequence[int]) -> list[tuple[int, int]]:
        inside = (self._doc[i] for i in tokens if sentence.start <= i < sentence.end)
        return [(t.idx - sentence.start_char, t.idx + len(t) - sentence.start_char) for t in inside]


def _pool(states: Floats, offsets: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> Floats:
    """The mean state of the pieces that touch one of the spans; zero where none does."""
    at = [i for i, (x, y) in enumerate(offsets) if y > x and any(x < end and y > start for start, end in spans)]
    mean: Floats = states[at].mean(axis=0) if at else np.zeros(states.shape[1], dtype=np.float32)
    return mean


def _gelu(x: Floats) -> Floats:
    """The smooth rectifier, by its tanh form."""
    smooth: Floats = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3)))
    return smooth


def _hundredths(p: float) -> float:
    return round(float(p), 2)
