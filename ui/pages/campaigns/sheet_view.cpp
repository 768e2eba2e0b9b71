#include "ui/pages/campaigns/sheet_view.h"

#include "ui/pages/campaigns/campaign_text.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace wemo::pages::campaigns {

namespace {
constexpr int numberColumnWidth = 112;
constexpr int textColumnWidth = 168;
constexpr int mostPasted = 100'000;

/// A cell as TSV writes it: quoted where it would break the form.
QString tsvCell(const QString &text) {
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.startsWith(u'"'))
        return text;
    return u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QList<QStringList> rowsOfTsv(const QString &text) {
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QString &cell = rows.last().last();
        const QChar c = text.at(i);
        if (quoted && c == u'"' && text.mid(i + 1, 1) == u"\"") {
            cell += text.at(++i);
        } else if (c == u'"' && (quoted || cell.isEmpty())) {
            quoted = !quoted;
        } else if (!quoted && c == u'\t') {
            rows.last().append(QString());
        } else if (!quoted && c == u'\n') {
            rows.append({QString()});
        } else if (quoted || c != u'\r') {
            cell += c;
        }
    }
    if (rows.size() > 1 && rows.constLast() == QStringList{QString()})
        rows.removeLast(); // spreadsheet programs end every line
    return rows;
}
} // namespace

SheetView::SheetView(SheetModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("priceSheet"));
    setModel(&model);
    setItemDelegate(new SheetDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setEditTriggers(AnyKeyPressed | DoubleClicked | EditKeyPressed);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(true);
    verticalHeader()->setDefaultSectionSize(ui::metrics::rowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setHighlightSections(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultSectionSize(numberColumnWidth);
    connect(&model, &QAbstractItemModel::modelReset, this, &SheetView::reapply);
}

void SheetView::reapply() {
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int wanted = fontMetrics().horizontalAdvance(columnTitle(m_model.column(column).key)) + 28;
        setColumnWidth(column, std::max(m_model.column(column).isText ? textColumnWidth : numberColumnWidth, wanted));
    }
    filter(m_search, m_onlyChanged);
}

void SheetView::filter(const QString &search, bool onlyChanged) {
    m_search = search;
    m_onlyChanged = onlyChanged;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto &plan = m_model.plan(row);
        const bool fits = search.isEmpty() || plan.code.contains(search, Qt::CaseInsensitive) ||
                          plan.nameZh.contains(search, Qt::CaseInsensitive) ||
                          plan.nameEn.contains(search, Qt::CaseInsensitive);
        setRowHidden(row, !fits || (onlyChanged && !m_model.isChanged(row)));
    }
    for (int column = 0; column < m_model.columnCount(); ++column)
        setColumnHidden(column, onlyChanged && !m_model.isColumnChanged(column));
}

qint64 SheetView::shownRows() const {
    return rowsFrom(0).size();
}

QList<int> SheetView::rowsFrom(int row) const {
    QList<int> rows;
    for (; row >= 0 && row < m_model.rowCount(); ++row)
        if (!isRowHidden(row))
            rows.append(row);
    return rows;
}

QList<int> SheetView::columnsFrom(int column) const {
    QList<int> columns;
    for (; column >= 0 && column < m_model.columnCount(); ++column)
        if (!isColumnHidden(column))
            columns.append(column);
    return columns;
}

/// Those one sees, row by row.
QModelIndexList SheetView::selectedCells() const {
    QModelIndexList cells = selectionModel()->selectedIndexes();
    cells.removeIf([this](const QModelIndex &cell) { return isIndexHidden(cell); });
    std::sort(cells.begin(), cells.end());
    return cells;
}

void SheetView::copy() const {
    const QModelIndexList cells = selectedCells();
    if (cells.isEmpty())
        return;
    const auto byColumn = [](const QModelIndex &a, const QModelIndex &b) { return a.column() < b.column(); };
    const auto ends = std::minmax_element(cells.cbegin(), cells.cend(), byColumn);
    QStringList lines;
    for (int row = cells.constFirst().row(); row <= cells.constLast().row(); ++row) {
        QStringList line;
        for (int column = ends.first->column(); column <= ends.second->column() && !isRowHidden(row); ++column) {
            const QModelIndex cell = m_model.index(row, column);
            if (!isColumnHidden(column))
                line.append(cells.contains(cell) ? tsvCell(cell.data(Qt::EditRole).toString()) : QString());
        }
        if (!line.isEmpty())
            lines.append(line.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void SheetView::paste() {
    const QString text = QGuiApplication::clipboard()->text();
    const QModelIndexList cells = selectedCells();
    if (text.isEmpty() || !currentIndex().isValid() || text.size() > mostPasted)
        return;
    const QList<QStringList> table = rowsOfTsv(text);
    QList<SheetModel::Write> writes;
    if (table.size() == 1 && table.constFirst().size() == 1 && cells.size() > 1) {
        for (const QModelIndex &cell : cells)
            writes.append({cell.row(), cell.column(), table.constFirst().constFirst()});
        return m_model.write(writes, tr("Paste"));
    }
    int left = currentIndex().column();
    for (const QModelIndex &cell : cells)
        left = std::min(left, cell.column());
    const QList<int> rows = rowsFrom(cells.isEmpty() ? currentIndex().row() : cells.constFirst().row());
    const QList<int> columns = columnsFrom(left);
    for (qsizetype y = 0; y < std::min(table.size(), rows.size()); ++y)
        for (qsizetype x = 0; x < std::min(table.at(y).size(), columns.size()); ++x)
            writes.append({rows.at(y), columns.at(x), table.at(y).at(x)});
    m_model.write(writes, tr("Paste"));
}

void SheetView::clearCells() {
    QList<SheetModel::Write> writes;
    for (const QModelIndex &cell : selectedCells())
        writes.append({cell.row(), cell.column(), QString()});
    m_model.write(writes, tr("Clear"));
}

/// The topmost selected cell of each column, over those below it.
void SheetView::fillDown() {
    QList<SheetModel::Write> writes;
    QHash<int, QString> top;
    for (const QModelIndex &cell : selectedCells()) {
        if (top.contains(cell.column()))
            writes.append({cell.row(), cell.column(), top.value(cell.column())});
        else
            top.insert(cell.column(), cell.data(Qt::EditRole).toString());
    }
    m_model.write(writes, tr("Fill down"));
}

qint64 SheetView::raisable() const {
    const QModelIndexList cells = selectedCells();
    return std::count_if(cells.cbegin(), cells.cend(), [](const QModelIndex &cell) {
        return cell.data(SheetModel::MoneyRole).toBool() && !cell.data(Qt::EditRole).toString().isEmpty();
    });
}

qint64 SheetView::raise(const PriceRaise &how) {
    QList<SheetModel::Write> writes;
    for (const QModelIndex &cell : selectedCells()) {
        if (!cell.data(SheetModel::MoneyRole).toBool())
            continue;
        const QString text = cell.data(Qt::EditRole).toString();
        if (const auto after = raised(text, how); after && *after != text)
            writes.append({cell.row(), cell.column(), *after});
    }
    m_model.write(writes, tr("Raise prices"));
    return writes.size();
}

void SheetView::moveBy(int rows, int columns) {
    const QModelIndex here = currentIndex();
    if (!here.isValid())
        return;
    int row = here.row() + rows;
    while (row >= 0 && row < m_model.rowCount() && isRowHidden(row))
        row += rows;
    const QModelIndex next = m_model.index(row, here.column() + columns);
    if (next.isValid())
        setCurrentIndex(next);
}

bool SheetView::takes(const QKeyEvent &event) const {
    const bool control = event.modifiers() == Qt::ControlModifier;
    return event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Paste) ||
           event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo) || event.key() == Qt::Key_Delete ||
           (control && (event.key() == Qt::Key_D || event.key() == Qt::Key_Y)) || event.key() == Qt::Key_Slash;
}

/// The keys of a spreadsheet are the sheet's while it has the focus, whatever the shell uses them for.
bool SheetView::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && takes(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void SheetView::keyPressEvent(QKeyEvent *event) {
    const bool control = event->modifiers() == Qt::ControlModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::Paste))
        return paste();
    if (event->matches(QKeySequence::Undo))
        return m_model.undoStack().undo();
    if (event->matches(QKeySequence::Redo) || (control && event->key() == Qt::Key_Y))
        return m_model.undoStack().redo();
    if (event->key() == Qt::Key_Delete)
        return clearCells();
    if (control && event->key() == Qt::Key_D)
        return fillDown();
    if (event->key() == Qt::Key_Tab && control) {
        focusNextChild();
        return;
    }
    if (enter && state() != EditingState)
        return moveBy(event->modifiers() & Qt::ShiftModifier ? -1 : 1, 0);
    QTableView::keyPressEvent(event);
}

void SheetView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) {
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        moveBy(1, 0);
}

void SheetView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) {
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

} // namespace wemo::pages::campaigns
