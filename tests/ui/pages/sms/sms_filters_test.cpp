#include "tests/ui/pages/sms/sms_window.h"

#include <QLabel>
#include <QToolButton>

namespace wemo::gallery {

/// The filters of the log: chips, the one search field, saved ones, and the place that holds all of it.
class SmsFiltersTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<SmsWindow> m_w;

    void openFull(const QString &place = {}) {
        m_w->open(place);
        QTRY_VERIFY(m_w->table()->isVisible() && m_w->table()->model()->rowCount() > 0);
    }

private Q_SLOTS:
    void init() { m_w = std::make_unique<SmsWindow>(); }
    void cleanup() { m_w.reset(); }

    void whatIsNotUsedHidesUnderMoreFilters() {
        openFull();
        QVERIFY(!m_w->isShown("reasonChip"));
        QTest::keyClick(m_w->child("moreFilters"), Qt::Key_Space);
        QTRY_VERIFY(m_w->isShown("reasonChip"));
        m_w->choose("reasonMenu", QStringLiteral("reason.handset-unreachable"));
        QTRY_COMPARE(m_w->query("reason"), QStringLiteral("handset-unreachable"));
        QCOMPARE(m_w->child<QToolButton>("reasonChip")->text(), QStringLiteral("Reason: Handset unreachable"));
        m_w->choose("purposeMenu", QStringLiteral("purpose.otp"));
        QTRY_COMPARE(m_w->query("purpose"), QStringLiteral("otp"));
        QTRY_VERIFY(m_w->table()->model()->rowCount() > 0);
        QVERIFY(m_w->table()->model()->rowCount() < 1'200);
    }

    void gatewaysAndTemplatesAreThoseOfTheService() {
        openFull();
        QTRY_VERIFY(m_w->child<QMenu>("gatewayMenu")->actions().size() == 2);
        m_w->choose("gatewayMenu", QStringLiteral("gateway.mitake"));
        QTRY_COMPARE(m_w->query("gateway"), QStringLiteral("mitake"));
        m_w->choose("templateMenu", QStringLiteral("template.pass.renewal"));
        QTRY_COMPARE(m_w->query("template"), QStringLiteral("pass.renewal"));
    }

    void oneFieldTellsIdsFromNumbers() {
        openFull();
        const auto &message = m_w->service().messages().at(2);
        m_w->type("numberFilter", message.batchId);
        QTest::keyClick(m_w->child("numberFilter"), Qt::Key_Return);
        QTRY_COMPARE(m_w->query("batch"), message.batchId);
        QCOMPARE(m_w->query("number"), QString());
        QTRY_COMPARE(m_w->table()->model()->rowCount(), 1);
        QCOMPARE(m_w->child<QToolButton>("kindChip")->text(), QStringLiteral("Batch ID"));

        m_w->type("numberFilter", message.requestId);
        QTest::keyClick(m_w->child("numberFilter"), Qt::Key_Return);
        QTRY_COMPARE(m_w->query("request"), message.requestId);
        QTRY_COMPARE(m_w->table()->model()->rowCount(), 1);
        m_w->choose("kindMenu", QStringLiteral("kind.%1").arg(2)); // no, a batch of another gateway
        QTRY_COMPARE(m_w->query("batch"), message.requestId);

        m_w->type("numberFilter", idToString(message.id));
        QTest::keyClick(m_w->child("numberFilter"), Qt::Key_Return);
        QTRY_VERIFY(m_w->isShown("messagePanel"));
        QCOMPARE(m_w->placeItem("message"), idToString(message.id));
        QTRY_COMPARE(m_w->query("batch"), QString());
    }

    void thePlaceHoldsTheWholeFilter() {
        const QString place = QStringLiteral(
            "number=0912&state=failed,expired&reason=expired&gateway=every8d&purpose=otp&template=otp.sign_in&range="
            "custom&from=2026-11-01T00:00:00Z&to=2026-11-20T00:00:00Z");
        m_w->open(place);
        QTRY_COMPARE(m_w->query("state"), QStringLiteral("expired,failed"));
        QCOMPARE(m_w->query("template"), QStringLiteral("otp.sign_in"));
        QCOMPARE(m_w->query("from"), toIso(*fromIso(QStringLiteral("2026-11-01T00:00:00Z"))));
        const QUrlQuery now(m_w->page().place());
        const QUrlQuery asked(place);
        for (const char *name : {"number", "reason", "gateway", "purpose", "template", "range"})
            QCOMPARE(now.queryItemValue(QLatin1StringView(name)), asked.queryItemValue(QLatin1StringView(name)));
        QVERIFY(now.hasQueryItem(QStringLiteral("from")));
        m_w->key(Qt::Key_Escape);
        QTRY_COMPARE(m_w->page().place(), QString());
    }

    void savedRenamedAppliedDeletedAndBroughtBack() {
        openFull();
        m_w->choose("stateMenu", QStringLiteral("state.failed"));
        m_w->key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(m_w->isShown("savedName"));
        m_w->type("savedName", QStringLiteral("Bad ones"));
        QTest::keyClick(m_w->child("savedName"), Qt::Key_Return);
        QTRY_COMPARE(m_w->child<QToolButton>("savedChip")->text(), QStringLiteral("Saved: Bad ones"));

        m_w->choose("savedMenu", QStringLiteral("renameFilter"));
        QTRY_VERIFY(m_w->isShown("savedName"));
        m_w->type("savedName", QStringLiteral("Failures"));
        QTest::keyClick(m_w->child("savedName"), Qt::Key_Return);
        QTRY_COMPARE(m_w->child<QToolButton>("savedChip")->text(), QStringLiteral("Saved: Failures"));

        m_w->key(Qt::Key_Escape); // clears the filter
        QTRY_COMPARE(m_w->query("state"), QString());
        m_w->choose("savedMenu", QStringLiteral("saved.Failures"));
        QTRY_COMPARE(m_w->query("state"), QStringLiteral("failed"));
        m_w->key(Qt::Key_Left, Qt::AltModifier); // applying one is a step
        QTRY_COMPARE(m_w->query("state"), QString());

        m_w->window().workspace().open(QStringLiteral("queue"));
        m_w->palette(QStringLiteral("Failu")); // from another page
        QTRY_COMPARE(m_w->query("state"), QStringLiteral("failed"));

        m_w->choose("savedMenu", QStringLiteral("deleteFilter"));
        QTRY_COMPARE(m_w->child<QToolButton>("savedChip")->text(), QStringLiteral("Saved filters"));
        QTRY_VERIFY(m_w->isShown("toastUndo"));
        m_w->click("toastUndo");
        QTRY_COMPARE(m_w->child<QToolButton>("savedChip")->text(), QStringLiteral("Saved: Failures"));
    }

    void anEndBeforeTheStartIsSaidBesideTheClocks() {
        m_w->service().fail(QStringLiteral("GET /api/v1/sms/messages"),
                            CannedService::wrongField(QStringLiteral("to"), QStringLiteral("out-of-range"), {}));
        m_w->open(QStringLiteral("range=custom&from=2026-11-20T00:00:00Z&to=2026-11-01T00:00:00Z"));
        QTRY_COMPARE(m_w->child<QLabel>("rangeError")->text(), QStringLiteral("The end must lie after the start."));
    }

    void farBeyondTheOutlineTheListGoesOn() {
        m_w->service().outlineLimit = 400;
        openFull();
        QTRY_COMPARE(m_w->child<QLabel>("filterSummary")->text(), QStringLiteral("about 203,000 messages"));
        QCOMPARE(m_w->table()->model()->rowCount(), 400);
        m_w->table()->scrollToBottom();
        QTRY_VERIFY(m_w->table()->model()->rowCount() > 400);
        m_w->table()->scrollToBottom();
        QTRY_VERIFY(m_w->table()->model()->rowCount() > 600);
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::SmsFiltersTest)
#include "sms_filters_test.moc"
