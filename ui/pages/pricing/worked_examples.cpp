#include "ui/pages/pricing/worked_examples.h"

#include "models/pricing/config_diff.h"
#include "ui/pages/pricing/pricing_text.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

namespace {
enum Column { RideColumn, BeforeColumn, AfterColumn, DifferenceColumn, ColumnCount };
constexpr int figureWidth = 92;
constexpr int differenceWidth = 104;
constexpr int indentation = 16;

/// A line of both stacks: told once where it reads the same.
struct StackRow {
    QString words;
    QString before;
    QString after;
};

QString wordsOf(const LineText &text) {
    return text.detail.isEmpty() ? text.label : text.label + u'\n' + text.detail;
}

void addStack(QList<StackRow> &rows, const std::optional<Config> &config, const Ride &ride, const Names &names,
              QString StackRow::*side) {
    if (!config)
        return;
    const Result<Quote> priced = quote(*config, ride);
    if (!priced)
        return;
    for (const Line &line : priced->lines) {
        const LineText text = textOf(line, *config, ride, names, currentLanguage());
        auto row = std::find_if(rows.begin(), rows.end(), [&](const StackRow &each) {
            return each.words == wordsOf(text) && (each.*side).isEmpty();
        });
        if (row == rows.end())
            row = rows.insert(row, {wordsOf(text), {}, {}});
        (*row).*side = text.amount;
    }
}

std::optional<qint64> dueOf(const std::optional<Config> &config, const Ride &ride) {
    if (!config)
        return std::nullopt;
    const Result<Quote> priced = quote(*config, ride);
    return priced ? std::optional(priced->due) : std::nullopt;
}

QString dueText(const std::optional<qint64> &due) {
    return due ? moneyText(*due * perTwd) : QStringLiteral("–");
}
} // namespace

QString rideText(const Ride &ride) {
    const QString km = rateText(ride.metres * (perTwd / 1000));
    if (ride.packageHours)
        return WorkedExamples::tr("%1 h package: %2 min, %3 km").arg(*ride.packageHours).arg(ride.minutes()).arg(km);
    return WorkedExamples::tr("%1 min, %2 km").arg(ride.minutes()).arg(km);
}

WorkedExamples::WorkedExamples(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTreeWidget(this))
    , m_empty(new QLabel(this)) {
    setObjectName(QStringLiteral("workedExamples"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addWidget(m_empty);
    m_table->setObjectName(QStringLiteral("workedExamplesTable"));
    m_table->setColumnCount(ColumnCount);
    m_table->setIndentation(indentation);
    m_table->setUniformRowHeights(false);
    m_table->setWordWrap(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setMinimumHeight(200);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->header()->setSectionResizeMode(RideColumn, QHeaderView::Stretch);
    for (int figure = BeforeColumn; figure < ColumnCount; ++figure) {
        m_table->setColumnWidth(figure, figure == DifferenceColumn ? differenceWidth : figureWidth);
        m_table->setItemDelegateForColumn(figure, new ui::FigureDelegate(m_table));
    }
    m_empty->setObjectName(QStringLiteral("workedExamplesEmpty"));
    m_empty->setWordWrap(true);
    ui::setUiProperty(m_empty, "ui", QStringLiteral("muted"));
    follow();
}

void WorkedExamples::setConfigs(const std::optional<Config> &before, const std::optional<Config> &after, Instant start,
                                const CatalogNames &names) {
    m_before = before;
    m_after = after;
    m_start = start;
    m_names = names;
    follow();
}

void WorkedExamples::setRides(const QList<Ride> &rides) {
    m_rides = rides;
    follow();
}

void WorkedExamples::setColumnNames(const QString &before, const QString &after) {
    m_beforeName = before;
    m_afterName = after;
    follow();
}

QList<Ride> WorkedExamples::rides() const {
    if (!m_rides.isEmpty())
        return m_rides;
    const std::optional<Config> &config = m_after ? m_after : m_before;
    return config ? exampleRides(*config, m_start) : QList<Ride>();
}

void WorkedExamples::follow() {
    m_table->setAccessibleName(tr("Worked examples"));
    m_table->setHeaderLabels({tr("Ride"), m_beforeName.isEmpty() ? tr("Now") : m_beforeName,
                              m_afterName.isEmpty() ? tr("New") : m_afterName, tr("Difference")});
    for (int figure = BeforeColumn; figure < ColumnCount; ++figure)
        m_table->headerItem()->setTextAlignment(figure, Qt::AlignRight | Qt::AlignVCenter);
    QList<bool> open;
    for (int row = 0; row < m_table->topLevelItemCount(); ++row)
        open.append(m_table->topLevelItem(row)->isExpanded());
    const int current = m_table->indexOfTopLevelItem(m_table->currentItem());
    m_table->clear();
    const QList<Ride> all = rides();
    for (qsizetype row = 0; row < all.size(); ++row)
        addRide(all.at(row), open.value(row));
    if (current >= 0 && current < m_table->topLevelItemCount())
        m_table->setCurrentItem(m_table->topLevelItem(current));
    m_table->setColumnHidden(BeforeColumn, !m_before);
    m_table->setColumnHidden(AfterColumn, !m_after);
    m_table->setColumnHidden(DifferenceColumn, !m_before || !m_after);
    m_table->setVisible(!all.isEmpty());
    m_empty->setText(tr("Examples appear as soon as what is typed can be priced."));
    m_empty->setVisible(all.isEmpty());
}

void WorkedExamples::addRide(const Ride &ride, bool isOpen) {
    const std::optional<qint64> before = dueOf(m_before, ride);
    const std::optional<qint64> after = dueOf(m_after, ride);
    auto *item = new QTreeWidgetItem(m_table, {rideText(ride), dueText(before), dueText(after),
                                               before && after ? differenceText(*after - *before) : QString()});
    for (int figure = BeforeColumn; figure < ColumnCount; ++figure)
        item->setTextAlignment(figure, Qt::AlignRight | Qt::AlignVCenter);
    addLines(item, ride);
    item->setExpanded(isOpen);
}

void WorkedExamples::addLines(QTreeWidgetItem *parent, const Ride &ride) {
    QList<StackRow> rows;
    addStack(rows, m_before, ride, m_names.forExplaining(), &StackRow::before);
    addStack(rows, m_after, ride, m_names.forExplaining(), &StackRow::after);
    for (const StackRow &row : std::as_const(rows)) {
        auto *line = new QTreeWidgetItem(parent, {row.words, row.before, row.after});
        line->setForeground(RideColumn, ui::Tokens::current().color("text-muted"));
        line->setToolTip(RideColumn, row.words);
        for (const int figure : {BeforeColumn, AfterColumn})
            line->setTextAlignment(figure, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void WorkedExamples::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        follow();
}

} // namespace wemo::pages::pricing
