#include "ui/pages/queue/job_list.h"

#include "ui/pages/queue/job_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/skeleton_loading.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace wemo::pages::queue {

using wemo::queue::JobFilter;
using wemo::queue::JobRow;
using wemo::queue::JobSelection;
using wemo::queue::JobState;

namespace {
constexpr int longestSearch = 200;
constexpr int mostIds = 1'000; ///< the service takes no more at once
} // namespace

JobList::JobList(JobSource &source, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_now(now)
    , m_model(new JobModel(source, std::move(now), this)) {
    setObjectName(QStringLiteral("jobList"));
    build();
    buildFooter();
    wire();
    retranslate();
}

void JobList::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    m_search = new ui::SearchField(this);
    m_search->setObjectName(QStringLiteral("jobSearch"));
    m_search->setMaxLength(longestSearch);
    m_search->setMinimumWidth(144);
    m_search->setMaximumWidth(360);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    top->addWidget(m_search, 1);
    top->addStretch();
    top->addLayout(m_buttons);
    column->addLayout(top);
    m_error = new ui::MessageBar(this);
    m_error->setObjectName(QStringLiteral("jobListError"));
    column->addWidget(m_error);
    m_stack = new QStackedWidget(this);
    m_table = new JobTable(m_stack);
    m_table->setModel(m_model);
    m_loading = new ui::SkeletonLoading(m_stack);
    m_empty = new ui::EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("jobListState"));
    m_loading->setFocusPolicy(Qt::TabFocus);
    m_empty->setFocusPolicy(Qt::TabFocus);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_table, m_loading, m_empty})
        m_stack->addWidget(widget);
    column->addWidget(m_stack, 1);
    m_search->setList(m_table);
    setColumns();
}

void JobList::setColumns() {
    QHeaderView *header = m_table->horizontalHeader();
    const std::pair<JobModel::Column, int> widths[] = {
        {JobModel::JobId, 204},   {JobModel::Name, 96},     {JobModel::Time, 172}, {JobModel::Note, 200},
        {JobModel::Attempts, 88}, {JobModel::Priority, 84}, {JobModel::Took, 96}};
    for (const auto &entry : widths)
        header->resizeSection(entry.first, entry.second);
    header->setSectionResizeMode(JobModel::Note, QHeaderView::Stretch);
}

void JobList::buildFooter() {
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(0, 0, 0, 4);
    footer->setSpacing(8);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("jobSummary"));
    m_summary->setProperty("ui", "small");
    m_summary->setTextFormat(Qt::PlainText);
    m_searchOn = new QPushButton(this);
    m_searchOn->setObjectName(QStringLiteral("searchOn"));
    m_selectAll = new QPushButton(this);
    m_selectAll->setObjectName(QStringLiteral("selectAll"));
    for (QPushButton *button : {m_searchOn, m_selectAll})
        button->setProperty("ui", "link");
    footer->addWidget(m_summary);
    footer->addWidget(m_searchOn);
    footer->addWidget(m_selectAll);
    footer->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(footer);
}

void JobList::wire() {
    connect(m_search, &ui::SearchField::searched, this, [this] {
        if (search() == m_model->filter().search)
            return;
        query();
        Q_EMIT searched();
    });
    connect(m_model, &JobModel::changed, this, &JobList::onModelChanged);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_kept = m_table->selectedIds(); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &JobList::keepSelection);
    connect(m_table, &JobTable::visibleRangeChanged, m_model, &JobModel::setVisibleRange);
    connect(m_table, &JobTable::widthChanged, this, [this](int width) {
        m_table->setColumnHidden(JobModel::Priority, width < 860);
        m_table->setColumnHidden(JobModel::Name, width < 860);
        m_table->setColumnHidden(JobModel::Took, width < 760);
        m_table->setColumnHidden(JobModel::Attempts, width < 640);
    });
    connect(m_table, &JobTable::opened, this, [this](const QModelIndex &index) {
        if (const JobRow *job = m_model->jobAt(index.row()))
            Q_EMIT opened(job->id);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobList::onSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        const JobRow *job = m_model->jobAt(index.row());
        if (!m_quiet && job && m_table->selectedIds().size() <= 1)
            Q_EMIT currentChanged(job->id);
    });
    connect(m_error, &ui::MessageBar::retryRequested, this, &JobList::refresh);
    connect(m_empty, &ui::EmptyState::actionRequested, this, &JobList::onEmptyAction);
    connect(m_searchOn, &QPushButton::clicked, m_model, &JobModel::searchOn);
    connect(m_selectAll, &QPushButton::clicked, this, &JobList::selectAll);
}

void JobList::setActions(const QList<QAction *> &actions) {
    m_table->addActions(actions);
    for (QAction *action : actions)
        m_buttons->addWidget(ui::actionButton(action, this));
}

void JobList::setMayActOnAll(bool may) {
    m_mayActOnAll = may;
    showFooter();
}

void JobList::setQuery(const QString &queue, JobState state, const QString &search) {
    m_queue = queue;
    m_state = state;
    m_search->setTextQuietly(search);
    query();
}

void JobList::query() {
    m_allSelected = false;
    m_kept.clear();
    m_table->clearSelection();
    JobFilter filter;
    filter.state = m_state;
    filter.search = search();
    m_model->setQuery(m_queue, filter);
}

QString JobList::search() const {
    return m_search->text().trimmed();
}

void JobList::clearSearch() {
    m_search->setTextQuietly({});
    query();
    Q_EMIT searched();
}

void JobList::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void JobList::focusList() {
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

JobSelection JobList::selection() const {
    JobSelection selection;
    if (m_allSelected)
        selection.match = m_model->filter();
    else
        selection.ids = m_table->selectedIds().mid(0, mostIds);
    return selection;
}

qint64 JobList::selectedCount() const {
    return m_allSelected ? m_model->total() : std::min<qint64>(m_table->selectedIds().size(), mostIds);
}

bool JobList::clearSelection() {
    if (!m_allSelected && m_table->selectedIds().size() <= 1)
        return false;
    m_allSelected = false;
    m_table->clearSelection();
    onSelection();
    return true;
}

void JobList::setCurrentJob(const QString &id) {
    m_current = id;
    const int row = id.isEmpty() ? -1 : m_model->rowOf(id);
    if (row < 0 || m_table->currentIndex().row() == row)
        return;
    m_quiet = true;
    m_table->selectRow(row);
    m_quiet = false;
}

const JobRow *JobList::row(const QString &id) const {
    return m_model->jobAt(m_model->rowOf(id));
}

void JobList::selectAll() {
    if (m_allSelected) {
        clearSelection();
    } else {
        m_quiet = true;
        m_table->selectAll();
        m_quiet = false;
        m_allSelected = true;
        onSelection();
    }
    focusList();
}

void JobList::onSelection() {
    if (m_quiet)
        return;
    if (m_allSelected && m_table->selectedIds().size() < m_model->rowCount())
        m_allSelected = false;
    showFooter();
    Q_EMIT selectionChanged();
}

void JobList::keepSelection() {
    m_quiet = true;
    if (m_allSelected)
        m_table->selectAll();
    else
        m_table->selectIds(m_kept.isEmpty() && !m_current.isEmpty() ? QStringList{m_current} : m_kept);
    m_quiet = false;
    onSelection();
}

void JobList::refresh() {
    m_model->refresh();
}

void JobList::refreshQuietly() {
    const bool disturbs = !m_table->isAtTop() || !search().isEmpty() || m_allSelected ||
                          m_table->selectedIds().size() > 1 || m_model->error();
    if (!disturbs && !m_model->isBusy())
        m_model->refresh();
}

void JobList::setStale(bool stale) {
    if (stale == m_stale)
        return;
    m_stale = stale;
    if (!stale && m_model->error())
        m_model->refresh();
    onModelChanged();
}

void JobList::onEmptyAction() {
    if (m_model->status() == JobModel::Status::Failed)
        return refresh();
    if (m_model->isPaused())
        return m_model->searchOn();
    clearSearch();
}

void JobList::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wemo::pages::queue
