#include "tests/ui/pages/blocking/stand.h"
#include "ui/pages/blocking/ban_list_page.h"
#include "ui/sheets/csv.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QTabBar>
#include <QTemporaryDir>

namespace wemo::gallery {

/// The ban list in a real window: found by what it catches, added, changed, lifted, imported, exported.
class BanListTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<Stand> m_stand;
    QTemporaryDir m_folder;
    enum Column { Who, Kind, Match, Reason };

    QTableView *open(const QString &place = {}, staff::Role role = staff::Role::Admin) {
        return m_stand->open("ban-list", "banTable", place, role);
    }
    int rows() { return m_stand->child<QTableView>("banTable")->model()->rowCount(); }
    pages::blocking::BanListPage *page() {
        return m_stand->stage().window().findChild<pages::blocking::BanListPage *>();
    }
    QString write(const QByteArray &content, const char *name = "list.csv") {
        QFile file(m_folder.filePath(QLatin1StringView(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(content);
        return file.fileName();
    }
    static QByteArray lines(int count) {
        QByteArray text = "kind,value,reason,expires_at\n";
        for (int i = 0; i < count; ++i)
            text += "number,09" + QByteArray::number(10'000'000 + i) + ",fraud,\n";
        return text;
    }

private Q_SLOTS:
    void initTestCase() { m_stand = std::make_unique<Stand>(); }
    void init() { m_stand->begin(); }
    void cleanup() { m_stand->end(); }

    void whatIsInForceIsListedFirst() {
        open();
        const auto &bans = m_stand->blocking().bans();
        const auto inForce = std::count_if(bans.cbegin(), bans.cend(), [](const wemo::blocking::Ban &ban) {
            return ban.state == wemo::blocking::BanState::Active;
        });
        QCOMPARE(rows(), static_cast<int>(inForce));
        QCOMPARE(m_stand->last("/bans").query.queryItemValue("state"), QStringLiteral("active"));
    }

    void whichBansCatchAValueGoesInABody() {
        open();
        auto *field = m_stand->child<QLineEdit>("banValue");
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("0912345678"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_stand->last("/bans/search").body.value("value").toString(), QStringLiteral("0912345678"));
        QTRY_COMPARE(m_stand->cell(*m_stand->child<QTableView>("banTable"), 0, Who), QStringLiteral("+88690055"));
        QTest::keyClick(&m_stand->stage().window(), Qt::Key_Escape);
        QTRY_VERIFY(rows() > 20);
    }

    void theFormIsCheckedWhileItIsTyped() {
        open();
        m_stand->press("primaryAction");
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        auto *value = m_stand->child<QLineEdit>("action.value");
        value->setFocus();
        QTest::keyClicks(value, QStringLiteral("0912-34"));
        QTRY_VERIFY(m_stand->text("fault.value").startsWith(u"This is no mobile number"));
        QVERIFY(!m_stand->child("actionConfirm")->isEnabled());
        QTest::keyClicks(value, QStringLiteral("5-678"));
        QVERIFY(!m_stand->shows("fault.value"));
        QTest::keyClicks(m_stand->child("action.reason"), QStringLiteral("fraud"));
        QCOMPARE(m_stand->child<QPushButton>("actionConfirm")->text(), QStringLiteral("Ban 0912-345-678"));
        QVERIFY(m_stand->child("actionConfirm")->isEnabled());
    }

    void aPrefixAndARangeAreWrittenTheirOwnWay() {
        open();
        m_stand->press("primaryAction");
        auto *kind = m_stand->child<QComboBox>("action.kind");
        auto *match = m_stand->child<QComboBox>("action.match");
        auto *value = m_stand->child<QLineEdit>("action.value");
        kind->setCurrentIndex(kind->findData(QStringLiteral("address")));
        match->setCurrentIndex(match->findData(QStringLiteral("cidr")));
        value->setText(QStringLiteral("203.0.113.7"));
        QTRY_VERIFY(m_stand->shows("fault.value"));
        value->setText(QStringLiteral("203.0.113.0/24"));
        QVERIFY(!m_stand->shows("fault.value"));
        QTest::keyClicks(m_stand->child("action.reason"), QStringLiteral("noise"));
        m_stand->press("actionConfirm");
        QTRY_COMPARE(m_stand->last("/bans").method, QByteArray("GET"));
        QTRY_COMPARE(m_stand->count("POST /api/v1/blocking/bans"), 1);
        const auto &added = m_stand->blocking().bans().constFirst();
        QCOMPARE(added.masked, QStringLiteral("203.0.113.0/24"));
        QVERIFY(added.match == wemo::blocking::BanMatch::Cidr);
        QVERIFY(!added.expiresAt);
    }

    void aNewBanCanBeTakenBack() {
        open();
        const int before = rows();
        m_stand->press("primaryAction");
        m_stand->child<QLineEdit>("action.value")->setText(QStringLiteral("0912345678"));
        QTest::keyClicks(m_stand->child("action.reason"), QStringLiteral("fraud"));
        QTest::keyClick(m_stand->child("action.reason"), Qt::Key_Return);
        QTRY_COMPARE(rows(), before + 1);
        m_stand->press("toastUndo");
        QTRY_COMPARE(rows(), before);
    }

    void aStaleSaveShowsWhatTheOtherChanged() {
        QTableView *table = open();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        m_stand->child<QComboBox>("action.reason")->setEditText(QStringLiteral("my reason"));
        const Id id = m_stand->blocking().bans().constFirst().id;
        m_stand->blocking().changeBanElsewhere(id);
        m_stand->press("actionConfirm");
        QTRY_VERIFY(m_stand->text("actionNote").contains(m_stand->blocking().ban(id)->reason));
        QCOMPARE(m_stand->child<QComboBox>("action.reason")->currentText(), QStringLiteral("my reason"));
        m_stand->press("actionConfirm");
        QTRY_COMPARE(m_stand->blocking().ban(id)->reason, QStringLiteral("my reason"));
        QTRY_VERIFY(!m_stand->shows("actionPanel"));
    }

    void manyAreLiftedAndBroughtBack() {
        QTableView *table = open();
        const int before = rows();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        QCOMPARE(m_stand->child<QPushButton>("actionConfirm")->text(), QStringLiteral("Lift 2 bans"));
        m_stand->press("actionConfirm");
        QTRY_COMPARE(rows(), before - 2);
        m_stand->press("toastUndo");
        QTRY_COMPARE(rows(), before);
    }

    void aFileIsCheckedBeforeAnythingIsWritten() {
        open();
        page()->importFile(write(lines(40)));
        QTRY_VERIFY(m_stand->shows("importCommit"));
        QCOMPARE(m_stand->blocking().received, lines(40));
        QCOMPARE(m_stand->count(qPrintable("POST /api/v1/blocking/ban-imports/9001/commit")), 0);
        QCOMPARE(m_stand->child<QPushButton>("importCommit")->text(), QStringLiteral("Import the 38 good lines"));
        auto *mistakes = m_stand->child<QTableView>("importMistakes");
        QCOMPARE(mistakes->model()->rowCount(), 2);
        QCOMPARE(m_stand->cell(*mistakes, 0, 0), QStringLiteral("3"));
        QCOMPARE(m_stand->cell(*mistakes, 0, 3), QStringLiteral("This is no phone number."));
        m_stand->press("importCommit");
        QTRY_VERIFY(m_stand->shows("importUndo"));
        m_stand->press("importUndo");
        QTRY_VERIFY(m_stand->shows("actionPanel"));
        QTest::keyClicks(m_stand->child("action.reason"), QStringLiteral("the wrong file"));
        m_stand->press("actionConfirm");
        QTRY_VERIFY(m_stand->blocking().imports().constFirst().state == wemo::blocking::ImportState::Undone);
        QTRY_VERIFY(m_stand->shows("importPanel"));
        QVERIFY(!m_stand->shows("importUndo"));
    }

    void aLargeFileGoesInPartsThatEndWithLines() {
        open();
        const QByteArray text = lines(60'000); // about 1.5 MB
        page()->importFile(write(text));
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->shows("importCommit"), 20'000);
        QCOMPARE(m_stand->blocking().received, text);
        int parts = 0;
        for (const CannedRequest &request : m_stand->stage().service().requests())
            if (request.path.contains(u"/parts/")) {
                QCOMPARE(request.path.section(u'/', -1).toInt(), parts++);
                QVERIFY(request.raw.size() <= 900'000);
                QVERIFY(request.raw.endsWith('\n'));
            }
        QCOMPARE(parts, 2);
    }

    void excelsBig5ArrivesAsUtf8() {
        open();
        // "number,0912345678,詐騙," as Excel in Taiwan saves it
        page()->importFile(write(QByteArray::fromHex("6e756d6265722c303931323334353637382cb642c4462c0a")));
        QTRY_VERIFY(!m_stand->blocking().received.isEmpty());
        QCOMPARE(m_stand->blocking().received, QByteArray("number,0912345678,詐騙,\n"));
    }

    void whatIsBeingWrittenCanBeStopped() {
        open();
        page()->importFile(write(lines(40)));
        QTRY_VERIFY(m_stand->shows("importCommit"));
        m_stand->blocking().importsMove = false;
        m_stand->press("importCommit");
        m_stand->press("importProgressCancel");
        QTRY_VERIFY(m_stand->blocking().imports().constFirst().state == wemo::blocking::ImportState::Canceled);
        QTRY_VERIFY(!m_stand->shows("importProgressRow"));
    }

    void importsAreListedAndOpened() {
        m_stand->show("ban-list", QStringLiteral("tab=imports"), staff::Role::Admin);
        auto *table = m_stand->child<QTableView>("importsTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(m_stand->shows("importUndo"));
        m_stand->press("importBans");
        QTRY_COMPARE(m_stand->last("/bans").query.queryItemValue("import"), QStringLiteral("501"));
        QTRY_VERIFY(m_stand->shows("banTable"));
    }

    void theExportIsAllThatMatch() {
        m_stand->blocking().bans() = [this] {
            auto bans = m_stand->blocking().bans();
            const auto ban = bans.constFirst();
            for (int i = 0; i < 4'100; ++i) {
                bans.append(ban);
                bans.last().id = 20'000 + i;
            }
            return bans;
        }();
        open();
        const QString path = m_folder.filePath(QStringLiteral("out.csv"));
        const auto inForce =
            std::count_if(m_stand->blocking().bans().cbegin(), m_stand->blocking().bans().cend(),
                          [](const wemo::blocking::Ban &ban) { return ban.state == wemo::blocking::BanState::Active; });
        page()->exportTo(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20'000);
        QTRY_VERIFY(!m_stand->shows("banExportRow"));
        const auto table = sheets::readCsv(path);
        QVERIFY(table);
        QCOMPARE(table->rows.size(), inForce);
        QCOMPARE(table->header.constFirst(), QStringLiteral("Who"));
    }

    void rolesAreOfferedWhatTheyMayDo() {
        open({}, staff::Role::CustomerService);
        QVERIFY(m_stand->shows("primaryAction") && m_stand->shows("do-ban-lift"));
        QVERIFY(!m_stand->shows("do-ban-import") && !m_stand->shows("do-ban-export"));
        m_stand->begin();
        QTableView *table = open({}, staff::Role::Qa);
        table->selectRow(0);
        for (const char *name : {"primaryAction", "do-ban-edit", "do-ban-lift", "do-ban-import"})
            QVERIFY2(!m_stand->shows(name), name);
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::BanListTest)
#include "ban_list_test.moc"
