#include "ui/pages/campaigns/price_raise.h"

#include <QTest>

namespace wemo::pages::campaigns {

using wemo::pricing::perTwd;
using Kind = PriceRaise::Kind;
using Rounding = PriceRaise::Rounding;

class PriceRaiseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void raises_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<PriceRaise>("how");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *cell, PriceRaise how, const char *expected) {
            QTest::newRow(name) << QString(cell) << how << QString(expected);
        };
        const auto tenth = perTwd / 10;
        row("ten percent of 2.5", "2.5", {Kind::Percent, 1000, 1, Rounding::Nearest}, "2.75");
        row("to the nearest tenth, a half goes up", "2.5", {Kind::Percent, 1000, tenth, Rounding::Nearest}, "2.8");
        row("down to the tenth", "2.5", {Kind::Percent, 1000, tenth, Rounding::Down}, "2.7");
        row("up to whole", "15", {Kind::Percent, 300, perTwd, Rounding::Up}, "16");
        row("nearest whole stays", "15", {Kind::Percent, 300, perTwd, Rounding::Nearest}, "15");
        row("a third", "10", {Kind::Percent, 3333, 1, Rounding::Nearest}, "13.333");
        row("by an amount", "15", {Kind::Amount, 2 * perTwd, perTwd, Rounding::Nearest}, "17");
        row("lowered", "15", {Kind::Amount, -2 * perTwd, perTwd, Rounding::Nearest}, "13");
        row("a subsidy, up is towards 0", "-5", {Kind::Percent, 300, perTwd, Rounding::Up}, "-5");
        row("a subsidy, down is away from it", "-5", {Kind::Percent, 300, perTwd, Rounding::Down}, "-6");
        row("nothing there", "", {Kind::Percent, 1000, 1, Rounding::Nearest}, "(none)");
        row("a word", "cheap", {Kind::Percent, 1000, 1, Rounding::Nearest}, "(none)");
        row("too large", "900000000000000", {Kind::Percent, 100000, 1, Rounding::Nearest}, "(none)");
    }
    void raises() {
        QFETCH(QString, cell);
        QFETCH(PriceRaise, how);
        QFETCH(QString, expected);
        QCOMPARE(raised(cell, how).value_or(QStringLiteral("(none)")), expected);
    }
};

} // namespace wemo::pages::campaigns

QTEST_APPLESS_MAIN(wemo::pages::campaigns::PriceRaiseTest)
#include "price_raise_test.moc"
