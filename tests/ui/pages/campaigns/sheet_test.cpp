#include "app/gallery/canned_campaigns.h"
#include "app/gallery/canned_messages.h"
#include "ui/pages/campaigns/conflict_panel.h"
#include "ui/pages/campaigns/file_row.h"
#include "ui/pages/campaigns/sheet_panel.h"
#include "ui/shell/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;
using gallery::CannedCampaigns;

/// The sheet by its model and by keyboard, over the canned prices; files are real ones.
class SheetTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<gallery::CannedPricing> m_prices;
    std::unique_ptr<CannedCampaigns> m_campaigns;
    std::unique_ptr<SheetPanel> m_panel;

    SheetModel &model() { return m_panel->model(); }
    SheetView &view() { return m_panel->view(); }
    QList<InForce> inventory() { return m_campaigns->inventory(gallery::pictureTime()); }
    int column(const char *key) {
        for (int i = 0; i < model().columnCount(); ++i)
            if (model().column(i).key == QLatin1StringView(key))
                return i;
        return -1;
    }
    /// Rows whose plan has this cell.
    QList<int> rowsWith(const char *key) {
        QList<int> rows;
        for (int row = 0; row < model().rowCount(); ++row)
            if (!text(row, key).isEmpty())
                rows.append(row);
        return rows;
    }
    QString text(int row, const char *key) { return model().index(row, column(key)).data(Qt::EditRole).toString(); }
    QString fault(int row, const char *key) {
        return model().index(row, column(key)).data(SheetModel::FaultRole).toString();
    }
    void write(int row, const char *key, const QString &value) {
        model().setData(model().index(row, column(key)), value, Qt::EditRole);
    }
    void select(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        view().setCurrentIndex(model().index(firstRow, firstColumn));
        view().selectionModel()->select({model().index(firstRow, firstColumn), model().index(lastRow, lastColumn)},
                                        QItemSelectionModel::ClearAndSelect);
    }

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
    }
    void init() {
        m_prices = std::make_unique<gallery::CannedPricing>(gallery::pictureTime());
        m_campaigns = std::make_unique<CannedCampaigns>(gallery::pictureTime(), *m_prices);
        m_panel = std::make_unique<SheetPanel>();
        model().setInventory(inventory());
        QVERIFY(model().rowCount() >= 4 && column("base.price") >= 0);
        m_panel->resize(1000, 600);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        view().setFocus();
    }
    void cleanup() { m_panel.reset(); }

    void isAProperModel() {
        QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        write(0, "base.price", "99");
        write(0, "base.price", "much");
        model().undoStack().undo();
        model().undoStack().undo();
        model().setItems({});
    }

    void anEditIsMarkedBesideWhatWasAndUndone() {
        const int row = rowsWith("base.price").constFirst();
        const QString before = text(row, "base.price");
        QSignalSpy spy(&model(), &SheetModel::changed);
        write(row, "base.price", "99");
        QCOMPARE(spy.count(), 1);
        const QModelIndex cell = model().index(row, column("base.price"));
        QVERIFY(cell.data(SheetModel::ChangedRole).toBool());
        QCOMPARE(cell.data(SheetModel::OldRole).toString(), before);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(before));
        QVERIFY(model().headerData(row, Qt::Vertical, Qt::DisplayRole).toString().startsWith(QString::fromUtf8("●")));
        QCOMPARE(model().items().size(), 1);
        QCOMPARE(model().items().constFirst().baseConfigId, inventory().at(row).config.id);
        model().undoStack().undo();
        QCOMPARE(text(row, "base.price"), before);
        QCOMPARE(model().changedCount(), 0);
        model().undoStack().redo();
        QCOMPARE(text(row, "base.price"), QStringLiteral("99"));
    }

    void whatCannotBeStaysAsTypedAndIsToldAtTheCell() {
        const int row = rowsWith("base.price").constFirst();
        write(row, "base.price", "fifteen");
        QCOMPARE(text(row, "base.price"), QStringLiteral("fifteen"));
        QVERIFY(!fault(row, "base.price").isEmpty());
        QCOMPARE(model().faultCount(), 1);
        QCOMPARE(model().items().size(), 0);
        QCOMPARE(model().firstFault(), model().index(row, column("base.price")));
        write(row, "base.price", "15");
        QCOMPARE(fault(row, "base.price"), QString());
        QCOMPARE(model().faultCount(), 0);
    }

    void aStackThatDoesNotFitIsToldAtItsCell() {
        const QList<int> rows = rowsWith("time[0].start");
        const int row =
            *std::find_if(rows.cbegin(), rows.cend(), [this](int each) { return text(each, "base.minutes") == u"6"; });
        write(row, "time[0].start", "2"); // the base covers six minutes
        QVERIFY(!fault(row, "time[0].start").isEmpty());
    }

    void typingEditsEnterGoesDownAndTabToTheRight() {
        const int at = column("base.price");
        view().setCurrentIndex(model().index(0, at));
        QTest::keyClick(&view(), Qt::Key_4);
        auto *editor = view().findChild<QLineEdit *>(QStringLiteral("cellEditor"));
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_2);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(text(0, "base.price"), QStringLiteral("42"));
        QTRY_COMPARE(view().currentIndex(), model().index(1, at));
        QTest::keyClick(&view(), Qt::Key_Tab);
        QCOMPARE(view().currentIndex(), model().index(1, at + 1));
        QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(text(0, "base.price") != u"42");
        QTest::keyClick(&view(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(text(0, "base.price"), QStringLiteral("42"));
    }

    void rangesAreCopiedAndPastedAsASpreadsheetDoes() {
        const QList<int> rows = rowsWith("base.price");
        const int at = column("base.price");
        QVERIFY(rows.size() >= 2 && rows.at(1) == rows.at(0) + 1);
        select(rows.at(0), rows.at(1), at, at + 1);
        QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
        const QString expected = QStringLiteral("%1\t%2\n%3\t%4")
                                     .arg(text(rows.at(0), "base.price"), text(rows.at(0), "base.minutes"),
                                          text(rows.at(1), "base.price"), text(rows.at(1), "base.minutes"));
        QCOMPARE(QGuiApplication::clipboard()->text(), expected);
        QGuiApplication::clipboard()->setText(QStringLiteral("21\t5\r\n22\t4\r\n"));
        QTest::keyClick(&view(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(text(rows.at(0), "base.price"), QStringLiteral("21"));
        QCOMPARE(text(rows.at(1), "base.price"), QStringLiteral("22"));
        QCOMPARE(text(rows.at(1), "base.minutes"), QStringLiteral("4"));
        QCOMPARE(model().undoStack().count(), 1); // one step, however many cells
        model().undoStack().undo();
        QCOMPARE(model().changedCount(), 0);
    }

    void oneValueFillsTheSelectionAndCtrlDFillsDown() {
        const QList<int> rows = rowsWith("base.price");
        const int at = column("base.price");
        select(rows.at(0), rows.at(1), at, at);
        QGuiApplication::clipboard()->setText(QStringLiteral("33"));
        QTest::keyClick(&view(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(text(rows.at(1), "base.price"), QStringLiteral("33"));
        write(rows.at(0), "base.price", "44");
        select(rows.at(0), rows.at(1), at, at);
        QTest::keyClick(&view(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(text(rows.at(1), "base.price"), QStringLiteral("44"));
    }

    void deleteEmptiesAndTakesTheThingAway() {
        const int row = rowsWith("base.price").constFirst();
        select(row, row, column("base.price"), column("base.price"));
        QTest::keyClick(&view(), Qt::Key_Delete);
        QCOMPARE(text(row, "base.price"), QString());
        QCOMPARE(text(row, "base.minutes"), QString());
    }

    void hiddenRowsAreNeitherRaisedNorPastedInto() {
        const QString code = model().plan(0).code;
        view().filter(code, false);
        QVERIFY(view().isRowHidden(1) || model().plan(1).code.contains(code));
        select(0, model().rowCount() - 1, column("base.price"), column("base.price"));
        const qint64 raised = view().raise({PriceRaise::Kind::Amount, perTwd, perTwd, PriceRaise::Rounding::Nearest});
        QCOMPARE(raised, view().shownRows());
        QCOMPARE(model().changedCount(), view().shownRows());
    }

    void raisesWhatIsSelectedInOneStep() {
        const QList<int> rows = rowsWith("base.price");
        const int at = column("base.price");
        const auto before = rateFromText(text(rows.at(0), "base.price"));
        select(rows.at(0), rows.at(1), at, at + 1); // minutes are no money
        auto *button = m_panel->findChild<QPushButton *>(QStringLiteral("raiseApply"));
        QVERIFY(button->text().contains(u'2'));
        QCOMPARE(view().raise({PriceRaise::Kind::Percent, 1000, perTwd, PriceRaise::Rounding::Up}), 2);
        QCOMPARE(rateFromText(text(rows.at(0), "base.price")), (*before * 11 / 10 + perTwd - 1) / perTwd * perTwd);
        QCOMPARE(text(rows.at(0), "base.minutes"), QStringLiteral("6"));
        QCOMPARE(model().undoStack().count(), 1);
    }

    void readOnlyIsReadOnly() {
        m_panel->setReadOnly(true);
        const QString before = text(0, "base.price");
        view().setCurrentIndex(model().index(0, column("base.price")));
        QTest::keyClick(&view(), Qt::Key_Delete);
        QTest::keyClick(&view(), Qt::Key_4);
        QVERIFY(!view().findChild<QLineEdit *>(QStringLiteral("cellEditor")));
        QCOMPARE(text(0, "base.price"), before);
    }

    void unsavedEditsComeBackMistakesToo() {
        const QList<int> rows = rowsWith("base.price");
        write(rows.at(0), "base.price", "77");
        write(rows.at(1), "base.price", "dear");
        const QJsonObject edits = model().edits();
        model().setItems({});
        QCOMPARE(model().changedCount(), 0);
        model().restore(edits);
        QCOMPARE(text(rows.at(0), "base.price"), QStringLiteral("77"));
        QCOMPARE(text(rows.at(1), "base.price"), QStringLiteral("dear"));
        QCOMPARE(model().faultCount(), 1);
    }

    void filesRoundTrip_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("xlsx") << "prices.xlsx";
        QTest::newRow("csv") << "prices.csv";
    }
    void filesRoundTrip() {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        write(0, "base.price", "88.5");
        QSignalSpy exported(&m_panel->files(), &FileRow::exported);
        m_panel->files().exportTo(path, model().edited());
        QTRY_COMPARE(exported.count(), 1);
        const QList<CampaignItem> saved = model().items();
        model().setItems({});
        m_panel->files().importFrom(path, [this] { return model().edited(); });
        auto *apply = m_panel->findChild<QPushButton *>(QStringLiteral("importApply"));
        QTRY_VERIFY(apply->isVisible());
        QCOMPARE(model().changedCount(), 0); // not unless asked
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(model().items(), saved);
        model().undoStack().undo();
        QCOMPARE(model().changedCount(), 0);
    }

    void mistakesOfAFileAreNamedByCellAndStaleRowsRefused() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("prices.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QList<InForce> now = model().edited();
        const QList<int> rows = rowsWith("base.price");
        QVERIFY(rows.size() >= 3);
        file.write(QStringLiteral("plan_code,config_version,base.price\n%1,%2,cheap\n%3,999,20\n%4,%5,20\n")
                       .arg(now.at(rows.at(0)).plan.code)
                       .arg(now.at(rows.at(0)).config.version)
                       .arg(now.at(rows.at(1)).plan.code)
                       .arg(now.at(rows.at(2)).plan.code)
                       .arg(now.at(rows.at(2)).config.version)
                       .toUtf8());
        file.close();
        m_panel->files().importFrom(file.fileName(), [this] { return model().edited(); });
        auto *mistakes = m_panel->findChild<QAbstractItemView *>(QStringLiteral("importMistakes"));
        QTRY_VERIFY(mistakes->isVisible());
        QCOMPARE(mistakes->model()->rowCount(), 2);
        QCOMPARE(mistakes->model()->index(0, 0).data().toString(), QStringLiteral("C2"));
        QCOMPARE(mistakes->model()->index(1, 0).data().toString(), QStringLiteral("B3"));
        QSignalSpy applied(&m_panel->files(), &FileRow::applyRequested);
        QTest::mouseClick(m_panel->findChild<QPushButton *>(QStringLiteral("importApply")), Qt::LeftButton);
        QCOMPARE(applied.count(), 1);
        QCOMPARE(text(rows.at(2), "base.price"), QStringLiteral("20"));
        QVERIFY(!model().isChanged(rows.at(0)) && !model().isChanged(rows.at(1)));
    }

    void aFileThatCannotBeReadSaysWhy() {
        m_panel->files().importFrom(QStringLiteral("/nowhere/prices.csv"), [this] { return model().edited(); });
        auto *error = m_panel->findChild<QWidget *>(QStringLiteral("fileError"));
        QTRY_VERIFY(error->isVisible());
    }

    void conflictsAreToldCellByCellAndMerged() {
        Campaign loaded;
        const QList<int> rows = rowsWith("base.price");
        write(rows.at(0), "base.price", "31");
        loaded.items = model().items();
        write(rows.at(0), "base.price", "32");
        write(rows.at(1), "base.price", "40");
        Campaign mine;
        mine.items = model().items();
        model().setItems(loaded.items);
        write(rows.at(0), "base.price", "33");
        write(rows.at(0), "base.minutes", "5");
        Campaign theirs;
        theirs.items = model().items();
        const QList<ConflictRow> told = conflictRows(inventory(), loaded, theirs, mine);
        const QString code = model().plan(rows.at(0)).code;
        QCOMPARE(told,
                 (QList<ConflictRow>{{code, "base.price", "31", "33", "32"}, {code, "base.minutes", "6", "5", "6"}}));
        model().setItems(mergedItems(inventory(), loaded, theirs, mine));
        QCOMPARE(text(rows.at(0), "base.price"), QStringLiteral("32")); // both changed it: mine
        QCOMPARE(text(rows.at(0), "base.minutes"), QStringLiteral("5"));
        QCOMPARE(text(rows.at(1), "base.price"), QStringLiteral("40"));
    }
};

} // namespace wemo::pages::campaigns

QTEST_MAIN(wemo::pages::campaigns::SheetTest)
#include "sheet_test.moc"
