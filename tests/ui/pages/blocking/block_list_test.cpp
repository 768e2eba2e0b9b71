#include "tests/ui/pages/blocking/stand.h"

#include <QJsonArray>
#include <QToolButton>

namespace wemo::gallery {

/// The block list in a real window: found, explained, lifted, extended, banned, taken back, by keyboard.
class BlockListTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<Stand> m_stand;
    enum Column { Who, Kind, Why, Left };

    QTableView *open(const QString &place = {}, staff::Role role = staff::Role::CustomerService) {
        return m_stand->open("block-list", "blockTable", place, role);
    }
    int rows() { return m_stand->child<QTableView>("blockTable")->model()->rowCount(); }

private Q_SLOTS:
    void initTestCase() { m_stand = std::make_unique<Stand>(); }
    void init() { m_stand->begin(); }
    void cleanup() { m_stand->end(); }

    void aRowSaysWhoWhyAndHowLong() {
        QTableView *table = open();
        QCOMPARE(rows(), 26);
        QCOMPARE(m_stand->cell(*table, 0, Who), m_stand->blocking().blocks().at(0).subject.masked);
        QCOMPARE(m_stand->cell(*table, 0, Why), QStringLiteral("Asked for too many codes"));
        const auto &block = m_stand->blocking().blocks().at(1);
        QVERIFY(m_stand->cell(*table, 1, Left).contains(u':'));
        QCOMPARE(table->model()->index(1, Left).data(Qt::ToolTipRole).toString().left(6), QStringLiteral("until "));
        QVERIFY(block.until > m_stand->stage().service().now());
    }

    void theTimeThatIsLeftCountsDown() {
        QTableView *table = open();
        const QString before = m_stand->cell(*table, 0, Left);
        auto &service = m_stand->stage().service();
        service.setNow(service.now() + std::chrono::seconds(10));
        QTRY_VERIFY(m_stand->cell(*table, 0, Left) != before);
    }

    void whatHasEndedLeavesTheListByItself() {
        open();
        const auto &blocks = m_stand->blocking().blocks();
        auto &service = m_stand->stage().service();
        service.setNow(blocks.at(0).until + std::chrono::seconds(4));
        m_stand->blocking().blocks().removeFirst();
        QTRY_COMPARE(rows(), 25);
    }

    void aWholeValueIsLookedForInABodyNeverInAUrl() {
        open();
        QTest::keyClick(&m_stand->stage().window(), Qt::Key_F, Qt::ControlModifier);
        auto *field = m_stand->child<QLineEdit>("blockValue");
        QTRY_VERIFY(field->hasFocus());
        const QString tail = m_stand->blocking().blocks().at(0).subject.masked.right(3);
        QTest::keyClicks(field, QStringLiteral("0917 345 ") + tail);
        QCOMPARE(m_stand->count("POST /api/v1/blocking/blocks/search"), 0); // not at every key
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(rows(), 1);
        const CannedRequest search = m_stand->last("/blocks/search");
        QCOMPARE(search.body.value("value").toString(), QStringLiteral("0917 345 ") + tail);
        QCOMPARE(search.body.value("kind").toString(), QStringLiteral("number"));
        for (const CannedRequest &request : m_stand->stage().service().requests())
            QVERIFY(!request.path.contains(u"0917") && !request.query.toString().contains(u"0917"));
        QTest::keyClick(&m_stand->stage().window(), Qt::Key_Escape);
        QTRY_COMPARE(rows(), 26);
        QVERIFY(field->text().isEmpty());
    }

    void whatIsNotBlockedIsSaidAndCleared() {
        m_stand->show("block-list", QStringLiteral("value=0912%20345%20678"), staff::Role::CustomerService);
        QTRY_VERIFY(m_stand->shows("blockState"));
        QCOMPARE(m_stand->child("blockState")->accessibleName(), QStringLiteral("Nobody like this is blocked"));
        m_stand->press("emptyAction");
        QTRY_COMPARE(rows(), 26);
    }

    void detailsTellCausePolicyAndHistory() {
        QTableView *table = open();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(m_stand->shows("blockPanel"));
        QTRY_COMPARE(m_stand->text("blockRule"),
                     QStringLiteral("5 codes in 60 min per phone number, then blocked 15 min, doubling to 24 h"));
        QCOMPARE(m_stand->text("value-request"), m_stand->blocking().blocks().at(0).requestId);
        QTRY_VERIFY(m_stand->shows("timelineRow"));
        QCOMPARE(m_stand->last("/subjects/history").body.value("subject_id").toString(),
                 m_stand->blocking().blocks().at(0).subject.id);
        m_stand->press("openHistory");
        QTRY_VERIFY(m_stand->shows("subjectHistoryPage"));
    }

    void manyAreLiftedByKeyboardAndBroughtBack() {
        QTableView *table = open();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        QCOMPARE(m_stand->child<QPushButton>("actionConfirm")->text(), QStringLiteral("Lift 3 blocks"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // the usual reason stands there
        QTRY_COMPARE(rows(), 23);
        const CannedRequest lift = m_stand->last("/blocks/lift");
        QCOMPARE(lift.body.value("items").toArray().size(), 3);
        QCOMPARE(lift.body.value("reason").toString(), QStringLiteral("The rider called and was identified"));
        m_stand->press("toastUndo");
        QTRY_COMPARE(rows(), 26);
        QCOMPARE(m_stand->last("/blocks/undo").body.value("undo").toString(), QStringLiteral("u1"));
    }

    void withoutAReasonNothingIsDone() {
        QTableView *table = open();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        QVERIFY(!m_stand->child("actionConfirm")->isEnabled());
        auto *reason = m_stand->child("action.reason");
        reason->setFocus();
        QTest::keyClicks(reason, QStringLiteral("abuse"));
        QVERIFY(m_stand->child("actionConfirm")->isEnabled());
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_COMPARE(m_stand->count("POST /api/v1/blocking/blocks/extend"), 1);
        QCOMPARE(m_stand->last("/blocks/extend").body.value("by_s").toInt(), 3'600);
        QTRY_VERIFY(!m_stand->shows("actionPanel"));
    }

    void aBlockBecomesABanAndBack() {
        QTableView *table = open();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        QTest::keyClicks(m_stand->child("action.reason"), QStringLiteral("fraud"));
        m_stand->press("actionConfirm");
        QTRY_COMPARE(m_stand->count("POST /api/v1/blocking/blocks/ban"), 1);
        QVERIFY(!m_stand->last("/blocks/ban").body.contains("expires_at"));
        m_stand->press("toastUndo");
        QTRY_COMPARE(m_stand->count("POST /api/v1/blocking/bans/lift"), 1);
    }

    void aRefusalKeepsWhatWasFilledIn() {
        QTableView *table = open();
        m_stand->stage().service().fail(QStringLiteral("POST /api/v1/blocking/blocks/lift"),
                                        CannedService::problem(503, QStringLiteral("unavailable"),
                                                               QStringLiteral("redis-unavailable"),
                                                               QStringLiteral("Down.")));
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        m_stand->press("actionConfirm");
        QTRY_VERIFY(m_stand->shows("actionError"));
        QVERIFY(m_stand->child("actionConfirm")->isEnabled());
        QCOMPARE(rows(), 26);
    }

    void newsAreShownAndTheSelectionStays() {
        QTableView *table = open();
        table->selectRow(2);
        const QString who = m_stand->cell(*table, 2, Who);
        auto more = m_stand->blocking().blocks().at(5);
        more.subject.id = QStringLiteral("ffff");
        more.subject.masked = QStringLiteral("0999•••999");
        m_stand->blocking().blocks().prepend(more);
        m_stand->stage().network().push(QStringLiteral("blocking.changed"), {{"kind", "bans"}});
        m_stand->stage().network().push(QStringLiteral("blocking.changed"), {{"kind", "blocks"}});
        QTRY_COMPARE(rows(), 27);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table->selectionModel()->selectedRows().constFirst().row(), 3);
        QCOMPARE(m_stand->cell(*table, 3, Who), who);
    }

    void whoMayOnlyReadIsOfferedNothingElse() {
        QTableView *table = open({}, staff::Role::Qa);
        table->selectRow(0);
        for (const char *name : {"do-block-lift", "do-block-extend", "do-block-ban"})
            QVERIFY2(!m_stand->shows(name), name);
        QVERIFY(m_stand->shows("do-block-history"));
        QTest::keyClick(table, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!m_stand->shows("actionPanel"));
    }

    void thePolicyChipNarrowsAndIsRemembered() {
        open(QStringLiteral("policy=otp-number"));
        QVERIFY(rows() < 26);
        QTRY_VERIFY(m_stand->child<QToolButton>("policyChip")->text().startsWith(u"Policy: Phone number"));
        QCOMPARE(m_stand->last("/blocks").query.queryItemValue("policy"), QStringLiteral("otp-number"));
    }

    void offlineKeepsTheRows() {
        open();
        auto &service = m_stand->stage().service();
        service.live = false;
        service.fail(QStringLiteral("GET /*"), {CannedAnswer::Kind::Unreachable});
        m_stand->stage().trigger(QStringLiteral("refresh"));
        QTRY_COMPARE(m_stand->stage().client().state(), ui::ConnectionState::Offline);
        QCOMPARE(rows(), 26);
        QVERIFY(!m_stand->shows("blockError")); // the shell says it above every page
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::BlockListTest)
#include "block_list_test.moc"
