#include "models/sms/error_table.h"
#include "tests/ui/pages/sms/sms_window.h"
#include "ui/pages/sms/messages_view.h"

#include <QLabel>
#include <QTabBar>
#include <QTemporaryDir>

namespace wemo::gallery {

/// Replies, the error table, and the export as a person sees it.
class SmsViewsTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<SmsWindow> m_w;

private Q_SLOTS:
    void init() { m_w = std::make_unique<SmsWindow>(); }
    void cleanup() { m_w.reset(); }

    void tabsByKeyboardAndBack() {
        m_w->open();
        QTRY_VERIFY(m_w->table()->isVisible());
        m_w->key(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(m_w->table("replyTable")->isVisible());
        QCOMPARE(m_w->placeItem("view"), QStringLiteral("replies"));
        m_w->key(Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(m_w->table("errorTable")->isVisible());
        m_w->key(Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(m_w->table("replyTable")->isVisible());
        QCOMPARE(m_w->child<QTabBar>("smsTabs")->currentIndex(), 1);
        m_w->key(Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(m_w->table()->isVisible());
    }

    void aReplyLeadsToItsMessage() {
        m_w->open(QStringLiteral("view=replies"));
        QTRY_VERIFY(m_w->table("replyTable")->isVisible());
        const QString message = m_w->table("replyTable")->model()->index(0, 4).data().toString();
        m_w->table("replyTable")->setFocus();
        QTest::keyClick(m_w->table("replyTable"), Qt::Key_Down);
        m_w->table("replyTable")->selectRow(0);
        QTest::keyClick(m_w->table("replyTable"), Qt::Key_Return);
        QTRY_VERIFY(m_w->isShown("messagePanel"));
        QCOMPARE(m_w->placeItem("message"), message);
    }

    void repliesOfOneNumberAndOfNobody() {
        m_w->open(QStringLiteral("view=replies"));
        QTRY_VERIFY(m_w->table("replyTable")->isVisible());
        m_w->key(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(m_w->child("replyNumber")->hasFocus());
        QTest::keyClicks(m_w->child("replyNumber"), QStringLiteral("0900000000"));
        QTest::keyClick(m_w->child("replyNumber"), Qt::Key_Return);
        QTRY_VERIFY(m_w->isShown("repliesState"));
        m_w->key(Qt::Key_Escape);
        QTRY_VERIFY(m_w->table("replyTable")->isVisible());
    }

    void theErrorTableIsFoundInBothLanguages() {
        m_w->open(QStringLiteral("view=errors"));
        auto *table = m_w->table("errorTable");
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), static_cast<int>(wemo::sms::errorTable().size()));
        const auto search = [this](const QString &text) {
            m_w->type("errorSearch", text);
            QTest::keyClick(m_w->child("errorSearch"), Qt::Key_Return);
        };
        search(QStringLiteral("every8d 104"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(m_w->child<QLabel>("errorSentence")->text().contains("blocks business messages"));
        QVERIFY(m_w->child<QLabel>("errorAdvice")->text().contains("customer service"));
        QCOMPARE(m_w->child<QLabel>("value-caller")->text(), QStringLiteral("number-blocked"));
        search(QString::fromUtf8("空號"));
        QTRY_VERIFY(table->model()->rowCount() >= 2); // of both gateways, while English is spoken
        QVERIFY(table->model()->rowCount() < 6);
        search(QStringLiteral("nothing like this"));
        QTRY_VERIFY(m_w->isShown("errorState"));
        m_w->key(Qt::Key_Escape);
        QTRY_VERIFY(table->isVisible());
    }

    void thePaletteKnowsTheViews() {
        m_w->open();
        QTRY_VERIFY(m_w->table()->isVisible());
        m_w->window().workspace().open(QStringLiteral("queue"));
        m_w->palette(QStringLiteral("error table"));
        QTRY_VERIFY(m_w->table("errorTable") && m_w->table("errorTable")->isVisible());
    }

    void theFilteredSetIsExportedWithWhatTheTableShows() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("failed.csv"));
        m_w->open(QStringLiteral("state=undelivered"));
        QTRY_VERIFY(m_w->table()->isVisible());
        const int rows = m_w->table()->model()->rowCount();
        m_w->child<pages::sms::MessagesView>("messagesView")->exportTo(path);
        QTRY_VERIFY(QFile::exists(path));
        QTRY_VERIFY(!m_w->isShown("exportBar"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("\xEF\xBB\xBFTime,Number,State,"));
        QVERIFY(!text.contains("Batch ID"));
        QCOMPARE(text.count("\r\n"), rows + 1);
        QCOMPARE(text.count("Undelivered"), rows);
    }

    void anExportThatHaltsGoesOnOrIsStopped() {
        const QTemporaryDir folder;
        m_w->open();
        QTRY_VERIFY(m_w->table()->isVisible());
        m_w->service().fail(QStringLiteral("GET /api/v1/sms/messages"), {CannedAnswer::Kind::Unreachable});
        m_w->child<pages::sms::MessagesView>("messagesView")->exportTo(folder.filePath(QStringLiteral("log.xlsx")));
        QTRY_VERIFY(m_w->isShown("exportError"));
        QVERIFY(!m_w->child("sms-export")->isEnabled());
        m_w->click("exportCancel");
        QTRY_VERIFY(!m_w->isShown("exportBar"));
        QVERIFY(m_w->child("sms-export")->isEnabled());
        QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 0);
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::SmsViewsTest)
#include "sms_views_test.moc"
