#include "ui/pages/sms/replies_view.h"

#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"

#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using Status = ReplyModel::Status;

RepliesView::RepliesView(const ui::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_source(context.client)
    , m_model(new ReplyModel(m_source, context.now, this)) {
    setObjectName(QStringLiteral("repliesView"));
    build();
    connect(m_bar->field(), &ui::SearchField::searched, this, &RepliesView::search);
    connect(m_bar, &ui::FilterBar::cleared, this, [this] {
        m_bar->field()->setTextQuietly({});
        search({});
    });
    connect(m_model, &ReplyModel::changed, this, &RepliesView::showState);
    connect(m_error, &ui::MessageBar::retryRequested, m_model, &ReplyModel::refresh);
    connect(m_table, &ui::ListTable::visibleRangeChanged, m_model, &ReplyModel::setVisibleRange);
    connect(m_table, &ui::ListTable::opened, this, [this](const QModelIndex &index) {
        if (const Reply *reply = m_model->replyAt(index.row()); reply && reply->messageId)
            Q_EMIT messageRequested(*reply->messageId);
    });
    connect(m_empty, &ui::EmptyState::actionRequested, this, [this] {
        m_bar->field()->setTextQuietly({});
        m_model->number().isEmpty() ? m_model->refresh() : search({});
    });
    retranslate();
}

void RepliesView::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    top->setSpacing(8);
    m_bar = new ui::FilterBar(this);
    m_bar->field()->setObjectName(QStringLiteral("replyNumber"));
    m_error = new ui::MessageBar(this);
    m_error->setObjectName(QStringLiteral("repliesError"));
    top->addWidget(m_bar);
    top->addWidget(m_error);
    column->addLayout(top);
    m_stack = new QStackedWidget(this);
    m_stack->setContentsMargins(12, 0, 0, 0);
    m_table = new ui::ListTable(m_stack);
    m_table->setObjectName(QStringLiteral("replyTable"));
    m_table->setModel(m_model);
    using Kind = ui::RowDelegate::Kind;
    const std::pair<ReplyModel::Column, Kind> kinds[] = {
        {ReplyModel::At, Kind::Figure}, {ReplyModel::Number, Kind::Figure}, {ReplyModel::MessageId, Kind::Monospace}};
    for (const auto &entry : kinds)
        m_table->setItemDelegateForColumn(entry.first, new ui::RowDelegate(entry.second, m_table));
    QHeaderView *header = m_table->horizontalHeader();
    for (const auto &[section, width] : {std::pair(0, 176), std::pair(1, 120), std::pair(3, 104), std::pair(4, 192)})
        header->resizeSection(section, width);
    header->setSectionResizeMode(ReplyModel::Text, QHeaderView::Stretch);
    m_loading = new ui::SkeletonLoading(m_stack);
    m_loading->setFocusPolicy(Qt::TabFocus);
    m_empty = new ui::EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("repliesState"));
    m_empty->setFocusPolicy(Qt::TabFocus);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_loading, m_table, m_empty})
        m_stack->addWidget(widget);
    column->addWidget(m_stack, 1);
    m_bar->field()->setList(m_table);
}

void RepliesView::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (!std::exchange(m_asked, true))
        m_model->refresh();
}

void RepliesView::search(const QString &number) {
    m_asked = true;
    m_model->setNumber(number.trimmed());
    m_bar->setClearVisible(!m_model->number().isEmpty());
    Q_EMIT placeChanged(true);
}

void RepliesView::refresh() {
    m_model->refresh();
}

void RepliesView::focusFilter() {
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
}

bool RepliesView::backOut() {
    if (m_model->number().isEmpty())
        return false;
    m_bar->field()->setTextQuietly({});
    search({});
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

void RepliesView::writeTo(QUrlQuery &query) const {
    if (!m_model->number().isEmpty())
        query.addQueryItem(QStringLiteral("number"), QString::fromLatin1(QUrl::toPercentEncoding(m_model->number())));
}

void RepliesView::readFrom(const QUrlQuery &query) {
    const QString number = query.queryItemValue(QStringLiteral("number"), QUrl::FullyDecoded);
    if (number == m_model->number())
        return;
    m_bar->field()->setTextQuietly(number);
    search(number);
}

void RepliesView::showState() {
    const bool any = m_model->rowCount() > 0;
    if (m_model->error())
        m_error->showError(*m_model->error());
    else
        m_error->clear();
    const QString figure = QLocale().toString(m_model->rowCount());
    m_bar->setSummary(!any                    ? QString()
                      : m_model->isComplete() ? tr("%1 replies").arg(figure)
                                              : tr("%1+ replies").arg(figure));
    if (any)
        return m_stack->setCurrentWidget(m_table);
    if (m_model->status() == Status::Loading)
        return m_stack->setCurrentWidget(m_loading);
    if (m_model->status() == Status::Failed)
        m_empty->setContent(QStringLiteral("network-disconnect"), tr("The replies could not be read"),
                            tr("Nothing is lost. Try again in a moment."), tr("Retry"));
    else if (m_model->number().isEmpty())
        m_empty->setContent(QStringLiteral("mail-reply-sender"), tr("No replies yet"),
                            tr("When a rider answers a message, the answer stands here."));
    else
        m_empty->setContent(QStringLiteral("edit-find"), tr("No reply from this number"),
                            tr("Nobody answered from there. Look at all replies instead."), tr("All replies"));
    m_stack->setCurrentWidget(m_empty);
}

void RepliesView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RepliesView::retranslate() {
    m_bar->field()->setPlaceholderText(tr("Phone number"));
    m_bar->field()->setAccessibleName(tr("Find replies by phone number"));
    m_table->setAccessibleName(tr("Replies, newest first; Enter opens the message"));
    m_model->retranslate();
    showState();
}

} // namespace wemo::pages::sms
