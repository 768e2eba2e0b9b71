#include "tests/ui/pages/blocking/stand.h"
#include "ui/pages/blocking/day_bars.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTabBar>

namespace wemo::gallery {

/// The policies in a real window: read as sentences, edited, tried, brought back.
class PoliciesTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<Stand> m_stand;

    QTableView *open(const QString &place = {}, staff::Role role = staff::Role::Admin) {
        return m_stand->open("block-policies", "policiesTable", place, role);
    }
    wemo::blocking::PolicyRecord &policy() { return *m_stand->blocking().policy(QStringLiteral("otp-number")); }
    void openPolicy() {
        open(QStringLiteral("policy=otp-number"));
        QTRY_VERIFY(m_stand->shows("policyPanel"));
    }
    void setLimit(int limit) { m_stand->child<QSpinBox>("policyLimit")->setValue(limit); }
    void openTab(int tab) { m_stand->child<QTabBar>("policyTabs")->setCurrentIndex(tab); }

private Q_SLOTS:
    void initTestCase() { m_stand = std::make_unique<Stand>(); }
    void init() { m_stand->begin(); }
    void cleanup() { m_stand->end(); }

    void eachIsASentenceThatFollowsTheForm() {
        openPolicy();
        QCOMPARE(m_stand->text("policySentence"),
                 QStringLiteral("5 codes in 60 min per phone number, then blocked 15 min, doubling to 24 h"));
        setLimit(3);
        m_stand->child<QSpinBox>("policyBlockNumber")->setValue(0);
        QCOMPARE(m_stand->text("policySentence"),
                 QStringLiteral("3 codes in 60 min per phone number, then refused until the time is over"));
    }

    void aChangeIsSavedAtItsVersionAndTakenBack() {
        openPolicy();
        setLimit(4);
        m_stand->press("policySave");
        QTRY_COMPARE(policy().policy.limit, 4);
        QCOMPARE(m_stand->last("/policies/otp-number").ifMatch, QByteArray("3"));
        QCOMPARE(policy().version, 4);
        QVERIFY(!m_stand->child("policySave")->isEnabled());
        m_stand->press("toastUndo");
        QTRY_COMPARE(policy().policy.limit, 5);
        QTRY_COMPARE(m_stand->child<QSpinBox>("policyLimit")->value(), 5);
    }

    void whatDoesNotFitIsSaidAndNotSaved() {
        openPolicy();
        m_stand->child<QSpinBox>("policyLongestNumber")->setValue(0);
        QCOMPARE(m_stand->text("policyFault"), QStringLiteral("The longest block cannot be shorter than the first."));
        QVERIFY(!m_stand->child("policySave")->isEnabled());
    }

    void aStaleSaveShowsWhatTheOtherChangedBesideTheEdit() {
        openPolicy();
        setLimit(3);
        m_stand->blocking().changePolicyElsewhere(QStringLiteral("otp-number"));
        m_stand->press("policySave");
        QTRY_VERIFY(m_stand->shows("policyConflict"));
        QVERIFY(m_stand->text("policyConflictText").contains(u"At most: 5 → 8"));
        QVERIFY(m_stand->text("policyConflictText").contains(u"Mode: Enforced → Observed only"));
        QCOMPARE(m_stand->child<QSpinBox>("policyLimit")->value(), 3); // nothing typed is lost
        QCOMPARE(m_stand->child<QPushButton>("policySave")->text(), QStringLiteral("Save over theirs"));
        m_stand->press("policySave");
        QTRY_COMPARE(policy().policy.limit, 3);
        QTRY_VERIFY(!m_stand->shows("policyConflict"));
    }

    void theirsCanBeTaken() {
        openPolicy();
        setLimit(3);
        m_stand->blocking().changePolicyElsewhere(QStringLiteral("otp-number"));
        m_stand->press("policySave");
        m_stand->press("policyTheirs");
        QTRY_COMPARE(m_stand->child<QSpinBox>("policyLimit")->value(), 8);
        QVERIFY(!m_stand->shows("policyConflict"));
    }

    /// The first row was opened instead when the list got the keyboard.
    void aPlaceOpensItsOwnPolicy() {
        open(QStringLiteral("policy=wrong-number"));
        QTRY_COMPARE(m_stand->text("policySentence"),
                     QStringLiteral("5 wrong codes in 15 min per phone number, then blocked 15 min, doubling to 24 h"));
        QTest::keyClick(m_stand->child("policiesTable"), Qt::Key_Down);
        QTRY_VERIFY(m_stand->text("policySentence").startsWith(u"400 codes"));
    }

    void anUnsavedEditIsNotLostToAnotherRow() {
        openPolicy();
        setLimit(3);
        auto *table = m_stand->child<QTableView>("policiesTable");
        table->setFocus();
        table->selectRow(2);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(m_stand->shows("policyRefused"));
        QCOMPARE(m_stand->child<QSpinBox>("policyLimit")->value(), 3);
        m_stand->press("policyDiscard");
        QCOMPARE(m_stand->child<QSpinBox>("policyLimit")->value(), 5);
    }

    void thePreviewIsOfWhatIsFilledIn() {
        openPolicy();
        setLimit(2);
        openTab(1);
        QTRY_VERIFY(m_stand->shows("dayBars"));
        const CannedRequest asked = m_stand->last("/policies/preview");
        QCOMPARE(asked.body.value("policy").toObject().value("limit").toInt(), 2);
        QCOMPARE(asked.body.value("days").toInt(), 7);
        QVERIFY(m_stand->text("previewSentence").startsWith(u"Of "));
        auto *bars = m_stand->child<pages::blocking::DayBars>("dayBars");
        QVERIFY(bars->accessibleDescription().contains(u"refused"));
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Left);
        QVERIFY(bars->cursor().has_value());
        QCOMPARE(bars->accessibleDescription(), bars->readOut(*bars->cursor()));
        QCOMPARE(policy().policy.limit, 5); // looking saves nothing
        auto *days = m_stand->child<QComboBox>("previewDays");
        days->setCurrentIndex(days->findData(30));
        QTRY_COMPARE(m_stand->last("/policies/preview").body.value("days").toInt(), 30);
    }

    void anExampleOpensItsHistory() {
        openPolicy();
        openTab(1);
        QTRY_VERIFY(m_stand->shows("previewExamples"));
        auto *examples = m_stand->child<QTableView>("previewExamples");
        examples->setFocus();
        examples->selectRow(0);
        QTest::keyClick(examples, Qt::Key_Return);
        QTRY_VERIFY(m_stand->shows("subjectHistoryPage"));
    }

    void anOldVersionIsBroughtBack() {
        openPolicy();
        openTab(2);
        m_stand->press("restore.1");
        QTRY_COMPARE(policy().policy.limit, 8);
        QCOMPARE(m_stand->last("/restore").body.value("version").toInt(), 1);
        m_stand->press("toastUndo");
        QTRY_COMPARE(policy().policy.limit, 5);
    }

    void oneIsCreatedWithCareAndTakenBack() {
        open();
        const auto before = m_stand->blocking().policies().size();
        m_stand->press("primaryAction");
        QTRY_VERIFY(m_stand->shows("policyPanel"));
        QCOMPARE(m_stand->child<QComboBox>("policyMode")->currentData().toString(), QStringLiteral("observe"));
        QVERIFY(!m_stand->child("policySave")->isEnabled());
        auto *id = m_stand->child<QLineEdit>("policyId");
        QTRY_VERIFY(id->hasFocus());
        QTest::keyClicks(id, QStringLiteral("new-one!"));
        QCOMPARE(id->text(), QStringLiteral("new-one"));
        m_stand->press("policySave");
        QTRY_COMPARE(m_stand->blocking().policies().size(), before + 1);
        m_stand->press("toastUndo");
        QTRY_COMPARE(m_stand->blocking().policies().size(), before);
    }

    void aTakenNameIsSaidInTheForm() {
        open();
        m_stand->press("primaryAction");
        QTest::keyClicks(m_stand->child("policyId"), QStringLiteral("otp-number"));
        m_stand->press("policySave");
        QTRY_VERIFY(m_stand->text("policyFault").startsWith(u"id: "));
    }

    void deletingIsTakenBack() {
        openPolicy();
        m_stand->press("policyRemove");
        QTRY_VERIFY(!m_stand->blocking().policy(QStringLiteral("otp-number")));
        m_stand->press("toastUndo");
        QTRY_VERIFY(m_stand->blocking().policy(QStringLiteral("otp-number")) != nullptr);
    }

    void whoMayOnlyReadSeesAndPreviews() {
        open(QStringLiteral("policy=otp-number"), staff::Role::CustomerService);
        QTRY_VERIFY(m_stand->shows("policyPanel"));
        for (const char *name : {"policySave", "policyRemove", "primaryAction"})
            QVERIFY2(!m_stand->shows(name), name);
        QVERIFY(!m_stand->child("policyLimit")->isEnabled());
        openTab(2);
        QTRY_VERIFY(m_stand->shows("versionsView"));
        QVERIFY(!m_stand->child("restore.1"));
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::PoliciesTest)
#include "policies_test.moc"
