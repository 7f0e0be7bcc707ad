import pytest

from sayso.evaluate.calibration import UNSCORED, Calibration


def filled(calibration):
    return [(one.low, one.count, one.score, one.share) for one in calibration.bins if one.count]


def test_bin_holds_its_upper_edge():
    held = filled(Calibration.of([(0.0, False), (0.1, False), (0.7, True), (0.71, True), (1.0, True)]))
    assert [(low, count) for low, count, _, _ in held] == [(0.0, 2), (0.6, 1), (0.7, 1), (0.9, 1)]


def test_error_is_the_mean_distance_of_score_and_share():
    calibration = Calibration.of([(0.8, True), (0.8, False), (0.3, False), (0.3, False)])
    assert filled(calibration) == [(0.2, 2, 0.3, 0.0), (0.7, 2, 0.8, 0.5)]
    assert calibration.error == pytest.approx((2 * 0.3 + 2 * 0.3) / 4)


def test_scores_that_come_true_have_no_error():
    assert Calibration.of([(1.0, True), (0.5, True), (0.5, False)]).error == 0


def test_calibrations_of_reports_add_up():
    one, other = Calibration.of([(0.9, True)]), Calibration.of([(0.9, False)])
    assert one + other == Calibration.of([(0.9, True), (0.9, False)])


def test_nothing_scored_has_no_error():
    assert (UNSCORED.count, UNSCORED.error) == (0, 0)
