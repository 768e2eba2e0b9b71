#include "ui/pages/blocking/history_view.h"

#include "ui/pages/blocking/history_steps.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

using wemo::blocking::HistoryPage;
using wemo::blocking::HistoryWhat;

namespace {
constexpr int pageSize = 50, mostAtOnce = 500;
} // namespace

HistoryView::HistoryView(BlockingSource &source, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_now(std::move(now)) {
    setObjectName(QStringLiteral("historyView"));
    build();
    retranslate();
    connect(m_error, &ui::MessageBar::retryRequested, this, &HistoryView::reload);
    connect(m_empty, &ui::EmptyState::actionRequested, this, &HistoryView::reload);
    connect(m_more, &QPushButton::clicked, this, [this] { ask(m_cursor, pageSize); });
}

void HistoryView::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_heading = new QLabel(this);
    m_heading->setProperty("ui", "section");
    m_error = new ui::MessageBar(this);
    m_error->setObjectName(QStringLiteral("historyError"));
    m_stack = new QStackedWidget(this);
    m_loading = new ui::SkeletonLoading(m_stack);
    m_empty = new ui::EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("historyState"));
    auto *scroll = new QScrollArea(m_stack);
    scroll->setObjectName(QStringLiteral("historyScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget;
    inside->setProperty("ui", "detail-body");
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 16, 16);
    rows->setSpacing(12);
    m_timeline = new ui::Timeline(inside);
    m_timeline->setObjectName(QStringLiteral("historyTimeline"));
    m_more = new QPushButton(inside);
    m_more->setObjectName(QStringLiteral("historyMore"));
    m_more->setProperty("ui", "small");
    rows->addWidget(m_timeline);
    rows->addWidget(m_more, 0, Qt::AlignLeft);
    rows->addStretch();
    scroll->setWidget(inside);
    m_content = scroll;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_loading, m_empty, m_content})
        m_stack->addWidget(widget);
    column->addWidget(m_heading);
    column->addWidget(m_error);
    column->addWidget(m_stack, 1);
}

void HistoryView::show(const SubjectQuery &subject) {
    m_query = subject;
    m_subject.reset();
    m_entries.clear();
    m_cursor.clear();
    m_known = m_failed = false;
    m_error->clear();
    fill();
    ask({}, pageSize);
}

void HistoryView::reload() {
    if (m_query.kind.isEmpty())
        return;
    m_failed = false;
    fill();
    ask({}, std::clamp(static_cast<int>(m_entries.size()), pageSize, mostAtOnce));
}

void HistoryView::ask(const QString &cursor, int limit) {
    m_more->setEnabled(false);
    m_source.history(m_query, cursor, limit)
        .then(this, [this, first = cursor.isEmpty(), epoch = ++m_epoch](const ui::ApiResult<HistoryPage> &page) {
            if (epoch != m_epoch)
                return;
            m_more->setEnabled(true);
            m_failed = !page;
            if (!page) {
                m_error->showError(page.error(), !m_entries.isEmpty());
                return fill();
            }
            m_error->clear();
            m_known = true;
            if (page->subject)
                m_subject = page->subject;
            m_entries = first ? page->items : m_entries + page->items;
            m_cursor = page->nextCursor;
            fill();
            Q_EMIT loaded();
        });
}

QList<BlockKey> HistoryView::blocksInForce() const {
    QList<BlockKey> blocks;
    if (!m_subject)
        return blocks;
    QSet<QString> seen; // newest first: the first word about a policy counts
    for (const HistoryEntry &entry : m_entries) {
        const bool starts = entry.what == HistoryWhat::Blocked || entry.what == HistoryWhat::Extended;
        if ((!starts && entry.what != HistoryWhat::Lifted) || seen.contains(entry.policyId))
            continue;
        seen.insert(entry.policyId);
        if (starts && entry.until && *entry.until > m_now())
            blocks.append({m_subject->kind, m_subject->id, entry.policyId});
    }
    return blocks;
}

void HistoryView::fill() {
    m_timeline->setSteps(historySteps(m_entries, m_now()));
    m_more->setVisible(!m_cursor.isEmpty());
    m_heading->setVisible(!m_query.kind.isEmpty());
    if (!m_entries.isEmpty())
        return m_stack->setCurrentWidget(m_content);
    if (!m_known && !m_failed && !m_query.kind.isEmpty())
        return m_stack->setCurrentWidget(m_loading);
    if (m_failed)
        m_empty->setContent(QStringLiteral("network-disconnect"), tr("The history could not be read"),
                            tr("Try again; if it stays so, tell the technicians the request ID above."), tr("Retry"));
    else if (m_known)
        m_empty->setContent(QStringLiteral("view-history"), tr("Nothing happened to it yet"),
                            tr("It was never counted, refused, blocked or banned."));
    else
        m_empty->setContent(QStringLiteral("edit-find"), tr("Whom do you want to know about?"),
                            tr("Write a number, an e-mail, an address, a device, an ID number or an account above."));
    m_stack->setCurrentWidget(m_empty);
}

void HistoryView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HistoryView::retranslate() {
    m_heading->setText(tr("What happened, newest first"));
    m_more->setText(tr("Show older"));
    fill();
}

} // namespace wemo::pages::blocking
