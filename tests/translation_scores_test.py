#!/usr/bin/env python3
"""Measures of machine translation (scripts/translation_scores.py) on sentences counted by hand."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "scripts"))
import translation_scores  # noqa: E402


class TranslationScoresTest(unittest.TestCase):
    def test_edits(self):
        self.assertEqual(translation_scores.edit_distance("the ferry sank".split(), "the old ferry sank".split()), 1)
        self.assertEqual(translation_scores.edit_distance("a b c".split(), "a x c d".split()), 2)
        self.assertEqual(translation_scores.edit_distance([], ["a"]), 1)

    def test_tiles_are_equal_runs_each_word_once(self):
        # "on friday" and "the ferry sank" have changed places.
        a = "on friday the ferry sank".split()
        b = "the ferry sank on friday".split()
        self.assertEqual(translation_scores.tiles(a, b), (2, 5))
        self.assertEqual(translation_scores.tiles("a a b".split(), "a c".split()), (1, 1))
        self.assertEqual(translation_scores.tiles([], b), (0, 0))

    def test_bleu_of_equal_words(self):
        # One run of each length n has m = t, and (m + 0.5) / (t + 1) each.
        a = "the ferry sank".split()
        two = (3.5 / 4 * 2.5 / 3) ** 0.5
        self.assertAlmostEqual(translation_scores.bleu(a, a)[0], two)


if __name__ == "__main__":
    unittest.main()
