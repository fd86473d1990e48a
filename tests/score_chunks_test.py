#!/usr/bin/env python3
"""The measure of aligned chunks gives what its definition gives by hand."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "scripts"))
import score_chunks  # noqa: E402


class Measure(unittest.TestCase):
    def test_marks_are_no_tokens_of_a_chunk(self):
        links = score_chunks.token_pairs([1, 2], [1, 2], ["Ferry", ","], ["-", "boat"])
        self.assertEqual(links, {(1, 2)})

    def test_a_link_counts_less_the_more_links_its_tokens_have(self):
        # "guard" with "harbour night guard": three links of a third each.
        self.assertEqual(score_chunks.weights({(1, 1), (1, 2), (1, 3)}),
                         {(1, 1): 1 / 3, (1, 2): 1 / 3, (1, 3): 1 / 3})

    def test_either_overlap_has_the_weights_of_its_own_side(self):
        # Found: 1-1 (weight 1). Gold: 1-1 and 1-2 (a half each), 2-3 (1).
        # Precision 1 / 1; recall 0.5 / 2; F1 2 * 1 * 0.25 / 1.25.
        gold, found = [{(1, 1), (1, 2), (2, 3)}], [{(1, 1)}]
        for value, expected in zip(score_chunks.alignment_f1(gold, found), (1.0, 0.25, 0.4)):
            self.assertAlmostEqual(value, expected)

    def test_all_pairs_are_counted_at_once(self):
        # Found 3 links, 2 of them right; gold has 4. The mean over pairs would differ.
        gold = [{(1, 1), (2, 2), (3, 3)}, {(1, 2)}]
        found = [{(1, 1), (2, 2)}, {(1, 1)}]
        for value, expected in zip(score_chunks.alignment_f1(gold, found), (2 / 3, 0.5, 4 / 7)):
            self.assertAlmostEqual(value, expected)

    def test_nothing_found_is_no_error(self):
        self.assertEqual(score_chunks.alignment_f1([{(1, 1)}], [set()]), (0.0, 0.0, 0.0))


if __name__ == "__main__":
    unittest.main()
