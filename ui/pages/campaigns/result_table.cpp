#include "ui/pages/campaigns/result_table.h"

#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QStandardItemModel>

namespace wemo::pages::campaigns {

namespace {
constexpr int mostRowsShown = 12;
constexpr int figureWidth = 104;
} // namespace

ResultTable::ResultTable(const QString &objectName, QWidget *parent)
    : ListTable(parent)
    , m_rows(new QStandardItemModel(this)) {
    setObjectName(objectName);
    setModel(m_rows);
    verticalHeader()->setDefaultSectionSize(ui::metrics::compactRowHeight);
    horizontalHeader()->setSectionsMovable(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ResultTable::setRows(const QStringList &header, const QList<QStringList> &rows, int figures) {
    m_figures = figures;
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels(header);
    for (int column = 0; column < header.size(); ++column)
        m_rows->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter |
                                                               (column >= figures ? Qt::AlignRight : Qt::AlignLeft));
    for (const QStringList &row : rows) {
        QList<QStandardItem *> items;
        for (int column = 0; column < row.size(); ++column) {
            auto *item = new QStandardItem(row.at(column));
            item->setToolTip(column < figures ? row.at(column) : QString());
            item->setTextAlignment(Qt::AlignVCenter | (column >= figures ? Qt::AlignRight : Qt::AlignLeft));
            items.append(item);
        }
        m_rows->appendRow(items);
    }
    const int shown = std::clamp(static_cast<int>(rows.size()), 1, mostRowsShown);
    setFixedHeight(horizontalHeader()->sizeHint().height() + shown * ui::metrics::compactRowHeight + 2);
    share();
}

void ResultTable::resizeEvent(QResizeEvent *event) {
    ListTable::resizeEvent(event);
    share();
}

void ResultTable::share() {
    const int columns = m_rows->columnCount();
    if (columns == 0)
        return;
    const int figures = columns - m_figures;
    const int each = m_figures == 0 ? viewport()->width() / columns : figureWidth;
    const int rest = viewport()->width() - figures * each;
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, column >= m_figures ? each : std::max(72, rest / m_figures));
}

} // namespace wemo::pages::campaigns
