#include "ui/pages/campaigns/result_table.h"

#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

namespace wemo::pages::campaigns {

namespace {
constexpr int mostRowsShown = 12;
constexpr int cellMargins = 32;
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

/// As wide as what stands in it, its title too.
int ResultTable::naturalWidth(int column) const {
    const QFontMetrics metrics(ui::uiFont());
    int width = metrics.horizontalAdvance(m_rows->headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < m_rows->rowCount(); ++row)
        width = std::max(width, metrics.horizontalAdvance(m_rows->index(row, column).data().toString()));
    return width + cellMargins;
}

/// Figures get what they need; of texts the narrow ones too, the wide ones share the rest.
void ResultTable::share() {
    int rest = viewport()->width();
    QList<std::pair<int, int>> texts; // width, column
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        const int width = naturalWidth(column);
        if (column < m_figures) {
            texts.append({width, column});
            continue;
        }
        setColumnWidth(column, width);
        rest -= width;
    }
    std::sort(texts.begin(), texts.end());
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const int left = static_cast<int>(texts.size() - i);
        const bool last = left == 1;
        const int width = std::max(72, last ? rest : std::min(texts.at(i).first, rest / left));
        setColumnWidth(texts.at(i).second, width);
        rest -= width;
    }
}

} // namespace wemo::pages::campaigns
