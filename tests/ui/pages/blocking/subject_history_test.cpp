#include "tests/ui/pages/blocking/stand.h"

#include <QComboBox>
#include <QJsonArray>
#include <QListView>

namespace wemo::gallery {

/// History and "Try it" in a real window: looked up as anyone writes it, lifted from there.
class SubjectHistoryTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<Stand> m_stand;

    void open(const QString &place = {}, staff::Role role = staff::Role::CustomerService) {
        m_stand->show("subject-history", place, role);
        QTRY_VERIFY(m_stand->shows("subjectValue"));
    }
    void lookUp(const char *typed) {
        auto *field = m_stand->child<QLineEdit>("subjectValue");
        QTRY_VERIFY(field->hasFocus());
        field->selectAll();
        QTest::keyClicks(field, QString::fromUtf8(typed));
        QTest::keyClick(field, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase() { m_stand = std::make_unique<Stand>(); }
    void init() { m_stand->begin(); }
    void cleanup() { m_stand->end(); }

    void theKindIsFoundByItself_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kind");
        QTest::newRow("number") << "+886 912-345-678"
                                << "number";
        QTest::newRow("e-mail") << "mei@example.com"
                                << "email";
        QTest::newRow("address") << "2001:db8::1"
                                 << "address";
        QTest::newRow("ID card") << "A123456789"
                                 << "id_card";
        QTest::newRow("account") << "mei.lin"
                                 << "account";
    }
    void theKindIsFoundByItself() {
        QFETCH(QString, typed);
        QFETCH(QString, kind);
        open();
        lookUp(qPrintable(typed));
        QTRY_COMPARE(m_stand->last("/try").body, (QJsonObject{{kind, typed}}));
        QCOMPARE(m_stand->last("/subjects/history").body.value("kind").toString(), kind);
        QCOMPARE(m_stand->last("/subjects/history").body.value("value").toString(), typed);
    }

    void aChosenKindCountsMore() {
        open();
        auto *kind = m_stand->child<QComboBox>("subjectKind");
        kind->setCurrentIndex(kind->findData(QStringLiteral("device")));
        lookUp("0912345678");
        QTRY_COMPARE(m_stand->last("/try").body.value("device").toString(), QStringLiteral("0912345678"));
    }

    void staffSeeTheCauseThatNobodyElseIsTold() {
        m_stand->blocking().bans().clear();
        open();
        lookUp("0917 345 137");
        QTRY_VERIFY(m_stand->text("trialAnswer").startsWith(u"It would be refused now, for "));
        QVERIFY(m_stand->text("trialOutside").contains(u"try again later"));
        auto *verdicts = m_stand->child<QTableView>("trialVerdicts");
        QStringList says;
        for (int row = 0; row < verdicts->model()->rowCount(); ++row)
            says.append(m_stand->cell(*verdicts, row, 0));
        QCOMPARE(says.count(QStringLiteral("Refuses")), 1);
        QVERIFY(says.contains(QStringLiteral("Lets it through")));
        QTRY_VERIFY(m_stand->shows("historyTimeline"));
    }

    void bansThatCatchItLeadToThem() {
        open();
        lookUp("0917345137");
        QTRY_VERIFY(m_stand->shows("trialBans"));
        QCOMPARE(m_stand->text("trialAnswer"), QStringLiteral("It is on the ban list: it is always refused."));
        auto *bans = m_stand->child<QTableView>("trialBans");
        bans->setFocus();
        bans->selectRow(0);
        QTest::keyClick(bans, Qt::Key_Return);
        QTRY_VERIFY(m_stand->shows("banPanel"));
    }

    void theBlockIsLiftedFromHereByKeyboard() {
        open();
        lookUp("0917345137");
        QTRY_VERIFY(m_stand->shows("do-subject-lift"));
        QTest::keyClick(&m_stand->stage().window(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(m_stand->count("POST /api/v1/blocking/blocks/lift"), 1);
        const QJsonArray items = m_stand->last("/blocks/lift").body.value("items").toArray();
        QCOMPARE(items.at(0).toObject().value("policy_id").toString(), QStringLiteral("otp-number"));
        QTRY_VERIFY(m_stand->shows("toastUndo"));
    }

    void aBlockOfOneRequesterIsFoundThoughTheTrialAllows() {
        m_stand->blocking().nothingMoves = true;
        auto block = m_stand->blocking().blocks().constFirst();
        block.subject = {QStringLiteral("pair"), QStringLiteral("abcd"), QStringLiteral("203.0.113.• · 0917•••137")};
        m_stand->blocking().blocks() = {block};
        open();
        lookUp("0917345137");
        QTRY_COMPARE(m_stand->text("trialAnswer"),
                     QStringLiteral("It would be let through, but 1 requester is blocked for it."));
        m_stand->press("do-subject-lift");
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        m_stand->press("actionConfirm");
        QTRY_COMPARE(m_stand->count("POST /api/v1/blocking/blocks/lift"), 1);
        const QJsonArray items = m_stand->last("/blocks/lift").body.value("items").toArray();
        QCOMPARE(items.at(0).toObject().value("kind").toString(), QStringLiteral("pair"));
        QTRY_COMPARE(m_stand->text("trialAnswer"), QStringLiteral("It would be let through."));
    }

    void anIdFromAListNeedsNoValue() {
        open(QStringLiteral("kind=number&subject=9f3a"));
        QTRY_VERIFY(m_stand->shows("historyTimeline"));
        QCOMPARE(m_stand->last("/subjects/history").body.value("subject_id").toString(), QStringLiteral("9f3a"));
        QCOMPARE(m_stand->count("POST /api/v1/blocking/try"), 0);
        QVERIFY(m_stand->shows("do-subject-lift")); // its history says it is blocked
    }

    void whatIsTypedIsNeverRemembered() {
        open();
        lookUp("0917345137");
        QTRY_VERIFY(m_stand->shows("historyTimeline"));
        const QString place = m_stand->stage().window().workspace().currentPage()->place();
        QVERIFY(place.contains(u"subject="));
        QVERIFY(!place.contains(u"0917"));
    }

    void longHistoriesAreReadOn() {
        auto &history = m_stand->blocking().history();
        while (history.size() < 70)
            history.append(history.constLast());
        open(QStringLiteral("kind=number&value=0917345137"));
        m_stand->press("historyMore");
        QTRY_COMPARE(m_stand->last("/subjects/history").body.value("cursor").toString(), QStringLiteral("c50"));
        QTRY_VERIFY(!m_stand->shows("historyMore"));
    }

    void failingToReadIsSaidWithARetry() {
        m_stand->stage().service().fail(QStringLiteral("POST /api/v1/blocking/*"),
                                        CannedService::problem(503, QStringLiteral("unavailable"),
                                                               QStringLiteral("redis-unavailable"),
                                                               QStringLiteral("Down.")));
        open(QStringLiteral("kind=number&value=0917345137"));
        QTRY_VERIFY(m_stand->shows("historyState") && m_stand->shows("trialError"));
        m_stand->stage().service().mend();
        m_stand->press("emptyAction");
        QTRY_VERIFY(m_stand->shows("historyTimeline"));
    }

    void thePaletteOffersTheHistoryOfANumber() {
        m_stand->open("block-list", "blockTable", {}, staff::Role::CustomerService);
        m_stand->stage().trigger(QStringLiteral("palette"));
        auto *list = m_stand->stage().window().findChild<QListView *>(QStringLiteral("paletteList"));
        QVERIFY(list);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("0917345137"));
        int found = -1;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data().toString().startsWith(u"Why is 0917345137 blocked"))
                found = row;
        QVERIFY(found >= 0);
        for (int i = 0; i < found; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(m_stand->shows("historyTimeline"));
        QCOMPARE(m_stand->last("/try").body.value("number").toString(), QStringLiteral("0917345137"));
    }

    void whoMayOnlyReadMayLook() {
        open(QStringLiteral("kind=number&value=0917345137"), staff::Role::Qa);
        QTRY_VERIFY(m_stand->shows("historyTimeline"));
        QVERIFY(!m_stand->shows("do-subject-lift") && !m_stand->shows("do-subject-ban"));
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::SubjectHistoryTest)
#include "subject_history_test.moc"
