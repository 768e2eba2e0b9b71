#include "tests/models/pricing/tariffs.h"
#include "ui/pages/simulator/stack_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace wemo::pages::simulator {

using namespace wemo::pricing;
using namespace wemo::pricing::test;

class StackModelTest final : public QObject {
    Q_OBJECT

    static PricedRide priced(const Config &config, qint64 minutes) {
        PricedRide priced;
        priced.ride = ride(minutes, 3'000);
        priced.quote = *quote(config, priced.ride);
        priced.textZh = explain(priced.quote, {&config}, priced.ride, "P", {}, Language::Chinese);
        priced.textEn = explain(priced.quote, {&config}, priced.ride, "P", {}, Language::English);
        return priced;
    }
    static Config dearer() {
        Config config = adult();
        config.components[1] = TimeSegments{{{6, {}, twd(3), 1}}};
        config.components.push_back(ZoneFees{{{"", "", twd(10)}}});
        return config;
    }

private Q_SLOTS:
    void theRunningSumEndsAtWhatIsDue() {
        const QList<StackRow> rows = stackRows(priced(adult(), 31), nullptr, Language::English);
        QCOMPARE(rows.size(), 4); // base, time, rounding, total
        QCOMPARE(rows.at(1).first->label, QStringLiteral("Time (beyond 6 min)"));
        QCOMPARE(rows.at(1).first->detail, QString::fromUtf8("25 min × NT$2.5"));
        QCOMPARE(rows.at(1).first->sum, twd(77.5));
        QCOMPARE(rows.at(2).first->sum, twd(78));
        QVERIFY(rows.at(3).isTotal);
        QCOMPARE(rows.at(3).first->amount, twd(78));
    }

    void linesThatBelongTogetherStandTogether() {
        const PricedRide before = priced(adult(), 31), after = priced(dearer(), 31);
        const QList<StackRow> rows = stackRows(before, &after, Language::English);
        QVERIFY(!rows.at(0).isDifferent); // the same base
        QVERIFY(rows.at(1).isDifferent && rows.at(1).first && rows.at(1).second);
        const auto zone = std::find_if(rows.cbegin(), rows.cend(), [](const StackRow &row) {
            return !row.first && row.second && row.second->amount == twd(10);
        });
        QVERIFY(zone != rows.cend());
        const auto rounding =
            std::find_if(rows.cbegin(), rows.cend(), [](const StackRow &row) { return row.first && !row.second; });
        QVERIFY(rounding != rows.cend() && rounding->isDifferent);
        QVERIFY(rows.constLast().isTotal && rows.constLast().isDifferent);
    }

    void theSameTwiceDiffersNowhere() {
        const PricedRide one = priced(dearer(), 90);
        for (const StackRow &row : stackRows(one, &one, Language::Chinese))
            QVERIFY(!row.isDifferent);
    }

    void theModelIsSound() {
        StackModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const PricedRide before = priced(adult(), 31), after = priced(dearer(), 31);
        model.setRows(stackRows(before, nullptr, Language::Chinese), false);
        QCOMPARE(model.columnCount(), 3);
        model.setRows(stackRows(before, &after, Language::Chinese), true);
        QCOMPARE(model.columnCount(), 4);
        const QModelIndex time = model.index(1, StackModel::Step);
        QCOMPARE(time.data(StackModel::detailRole).toString(), QString::fromUtf8("25 分鐘 × NT$2.5 → 25 分鐘 × NT$3"));
        // told in words and marks, not by colour alone
        QCOMPARE(model.index(1, StackModel::Last).data().toString(), QString::fromUtf8("≠ +NT$12.5"));
        QCOMPARE(model.index(0, StackModel::Last).data().toString(), QStringLiteral("="));
        QVERIFY(time.data(Qt::AccessibleTextRole).toString().contains(QString::fromUtf8("≠")));
    }
};

} // namespace wemo::pages::simulator

QTEST_GUILESS_MAIN(wemo::pages::simulator::StackModelTest)
#include "stack_model_test.moc"
