#include "ui/widgets/list_frame.h"

#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"
#include "ui/widgets/time_text.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace wemo::ui {

using Status = PagedModel::Status;

ListFrame::ListFrame(const QString &name, PagedModel &model, Words words, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_words(std::move(words))
    , m_now(std::move(now)) {
    build(name);
    wire();
}

ListFrame::~ListFrame() {
    if (m_settings)
        m_settings->setValue(m_settingsKey, m_table->horizontalHeader()->saveState());
}

void ListFrame::remember(QSettings &settings, const QString &key) {
    m_settings = &settings;
    m_settingsKey = key;
    m_table->horizontalHeader()->restoreState(settings.value(key).toByteArray());
}

void ListFrame::build(const QString &name) {
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_error = new MessageBar(this);
    m_error->setObjectName(name + QStringLiteral("Error"));
    column->addWidget(m_error);
    m_stack = new QStackedWidget(this);
    m_table = new ActionTable(m_stack);
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_table->setModel(&m_model);
    m_loading = new SkeletonLoading(m_stack);
    m_empty = new EmptyState(m_stack);
    m_empty->setObjectName(name + QStringLiteral("State"));
    m_loading->setFocusPolicy(Qt::TabFocus);
    m_empty->setFocusPolicy(Qt::TabFocus);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_table, m_loading, m_empty})
        m_stack->addWidget(widget);
    m_stack->setCurrentWidget(m_loading);
    column->addWidget(m_stack, 1);
    m_summary = new QLabel(this);
    m_summary->setObjectName(name + QStringLiteral("Summary"));
    m_summary->setProperty("ui", "small");
    m_summary->setContentsMargins(0, 0, 0, 6);
    column->addWidget(m_summary);
}

void ListFrame::wire() {
    connect(&m_model, &PagedModel::changed, this, &ListFrame::onChanged);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_kept = selectedKeys();
        m_keptCurrent = currentKey();
        m_scroll = m_table->verticalScrollBar()->value();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ListFrame::keepSelection);
    connect(m_table, &ListTable::visibleRangeChanged, &m_model, &PagedModel::setVisibleRange);
    connect(m_table, &ListTable::opened, this,
            [this](const QModelIndex &index) { Q_EMIT opened(m_model.keyAt(index.row())); });
    connect(m_table, &ListTable::widthChanged, this, [this](int width) {
        for (const auto &entry : std::as_const(m_hidden))
            m_table->setColumnHidden(entry.first, width < entry.second);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showSummary();
        if (!m_quiet)
            Q_EMIT selectionChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (!m_quiet && index.isValid() && selectedKeys().size() <= 1)
            Q_EMIT currentChanged(m_model.keyAt(index.row()));
    });
    connect(m_error, &MessageBar::retryRequested, &m_model, &PagedModel::refresh);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (nothing() == Nothing::Failed)
            return m_model.refresh();
        Q_EMIT actionRequested(nothing());
    });
}

void ListFrame::setColumn(int column, RowDelegate::Kind kind, int width, bool stretched) {
    if (kind != RowDelegate::Kind::Text)
        m_table->setItemDelegateForColumn(column, new RowDelegate(kind, m_table));
    m_table->horizontalHeader()->resizeSection(column, width);
    if (stretched)
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void ListFrame::hideBelow(QList<std::pair<int, int>> columnAndWidth) {
    m_hidden = std::move(columnAndWidth);
}

void ListFrame::setAccessibleListName(const QString &name) {
    m_table->setAccessibleName(name);
}

void ListFrame::setStale(bool stale) {
    if (stale == m_stale)
        return;
    m_stale = stale;
    if (!stale && m_model.error())
        m_model.refresh();
    onChanged();
}

QStringList ListFrame::selectedKeys() const {
    QStringList keys;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        keys.append(row.data(PagedModel::rawRole).toString());
    return keys;
}

QString ListFrame::currentKey() const {
    return m_model.keyAt(m_table->currentIndex().row());
}

void ListFrame::setCurrentKey(const QString &key) {
    const int row = m_model.rowOf(key);
    if (row < 0 || selectedKeys().contains(key))
        return;
    m_quiet = true;
    m_table->selectRow(row);
    m_quiet = false;
    Q_EMIT selectionChanged();
}

bool ListFrame::clearSelection() {
    if (selectedKeys().size() <= 1)
        return false;
    m_table->clearSelection();
    return true;
}

void ListFrame::focusList() {
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ListFrame::select(const QStringList &keys) {
    QItemSelection selection;
    for (const QString &key : keys)
        if (const int row = m_model.rowOf(key); row >= 0)
            selection.select(m_model.index(row, 0), m_model.index(row, m_model.columnCount() - 1));
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void ListFrame::keepSelection() {
    m_quiet = true;
    // There is always a current row, lest the keyboard's coming looks like a choice.
    if (m_model.rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_model.index(std::max(0, m_model.rowOf(m_keptCurrent)), 0),
                                                   QItemSelectionModel::NoUpdate);
    select(m_kept);
    m_quiet = false;
    m_table->verticalScrollBar()->setValue(m_scroll);
    Q_EMIT selectionChanged();
}

ListFrame::Nothing ListFrame::nothing() const {
    if (m_model.status() == Status::Failed)
        return Nothing::Failed;
    return m_narrowed ? Nothing::NoMatch : Nothing::Empty;
}

void ListFrame::onChanged() {
    if (!m_model.isBusy() && !m_model.error())
        m_readAt = m_now();
    showState();
    if (m_model.error() && !(m_stale && m_model.rowCount() > 0))
        m_error->showError(*m_model.error(), m_model.rowCount() > 0);
    else
        m_error->clear();
    showSummary();
    if (!m_model.isBusy())
        Q_EMIT loaded();
}

void ListFrame::showState() {
    QWidget *shown = m_table;
    if (m_model.rowCount() == 0 && m_model.status() == Status::Loading) {
        shown = m_loading;
    } else if (m_model.rowCount() == 0) {
        const ListWords words = m_words(nothing());
        m_empty->setContent(words.iconName, words.title, words.sentence, words.action);
        shown = m_empty;
    }
    if (shown == m_stack->currentWidget())
        return;
    const bool hadFocus = m_stack->isAncestorOf(focusWidget()) && m_stack->currentWidget()->hasFocus();
    m_stack->setCurrentWidget(shown);
    if (hadFocus)
        shown->setFocus(Qt::OtherFocusReason);
}

void ListFrame::showSummary() {
    if (m_model.rowCount() == 0 || m_model.status() != Status::Ready)
        return m_summary->clear();
    QStringList parts;
    if (const qsizetype selected = m_table->selectionModel()->selectedRows().size(); selected > 1)
        parts.append(tr("%n selected", nullptr, static_cast<int>(selected)));
    const QString figure = QLocale().toString(m_model.rowCount());
    if (m_model.isFull())
        parts.append(tr("the first %1 – filter to find others").arg(figure));
    else if (m_model.hasMore())
        parts.append(tr("%1 read, more below").arg(figure));
    else
        parts.append(m_countText ? m_countText(m_model.rowCount()) : figure);
    parts.append(tr("as of %1").arg(timeOfDay(m_readAt)));
    m_summary->setText(parts.join(QStringLiteral("  ·  ")));
}

void ListFrame::retranslate() {
    m_model.retranslate();
    onChanged();
}

} // namespace wemo::ui
