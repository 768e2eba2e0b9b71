#include "ui/pages/sms/sms_log_page.h"

#include "ui/pages/sms/error_table_view.h"
#include "ui/pages/sms/messages_view.h"
#include "ui/pages/sms/replies_view.h"
#include "ui/pages/sms/saved_filters.h"
#include "ui/pages/sms/search_kind.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace wemo::pages::sms {

namespace {
const QString viewItem = QStringLiteral("view");
const QString viewNames[] = {QString(), QStringLiteral("replies"), QStringLiteral("errors")};

QString placeOf(const QString &item, const QString &value) {
    QUrlQuery query;
    query.addQueryItem(item, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return query.toString(QUrl::FullyEncoded);
}

/// A message by its id, messages by number or batch, and the views by what people call them.
QList<ui::PaletteHit> findFor(const QString &typed) {
    const QString page = SmsLogPage::tr("SMS log");
    const QString text = typed.trimmed();
    const QString digits = QString(text).remove(u' ').remove(u'-');
    const SearchKind kind = searchKindOf(text);
    if (searchKindOf(digits) == SearchKind::Message)
        return {{SmsLogPage::tr("Message %1").arg(digits), page, placeOf(QStringLiteral("message"), digits)}};
    if (kind == SearchKind::Batch)
        return {{SmsLogPage::tr("Messages of batch %1").arg(text), page, placeOf(QStringLiteral("batch"), text)}};
    if (digits.startsWith(u"09") || digits.startsWith(u"+886") || digits.startsWith(u"886"))
        return {{SmsLogPage::tr("Messages to %1").arg(typed), page, placeOf(QStringLiteral("number"), digits)}};
    QList<ui::PaletteHit> hits;
    const std::pair<QString, QString> views[] = {{SmsLogPage::tr("Replies"), viewNames[1]},
                                                 {SmsLogPage::tr("Error table"), viewNames[2]}};
    for (const auto &entry : views)
        if (text.size() >= 2 &&
            (entry.first.contains(text, Qt::CaseInsensitive) || entry.second.contains(text, Qt::CaseInsensitive)))
            hits.append({entry.first, page, placeOf(viewItem, entry.second)});
    return hits;
}

/// The saved filters of whoever is signed in, from every page.
QList<ui::PaletteHit> findKept(const ui::PageContext &context, const QString &typed) {
    QList<ui::PaletteHit> hits;
    if (!context.client.session())
        return hits;
    const auto all = SavedFilters(context.settings, idToString(context.client.session()->account.id)).all();
    for (const SavedFilter &filter : all)
        if (filter.name.contains(typed.trimmed(), Qt::CaseInsensitive))
            hits.append({filter.name, SmsLogPage::tr("Saved filter of the SMS log"), filter.query});
    return hits;
}
} // namespace

ui::PageSpec SmsLogPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("sms-log");
    spec.icon = QStringLiteral("mail-message");
    spec.permission = staff::Permission::SmsRead;
    spec.section = [] { return tr("Messages"); };
    spec.title = [] { return tr("SMS log"); };
    spec.subtitle = [] { return tr("Every text message sent to riders, and what became of it."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new SmsLogPage(context, parent);
    };
    spec.find = findFor;
    spec.findKept = findKept;
    return spec;
}

SmsLogPage::SmsLogPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_tabs(new QTabBar(this))
    , m_views(new QStackedWidget(this))
    , m_messages(new MessagesView(context, m_views))
    , m_replies(new RepliesView(context, m_views))
    , m_errors(new ErrorTableView(m_views)) {
    setObjectName(QStringLiteral("smsLogPage"));
    build();
    wire();
    retranslate();
}

void SmsLogPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(12);
    m_tabs->setObjectName(QStringLiteral("smsTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, ui::metrics::pagePadding, 0); // a tab has a padding of its own
    row->addWidget(m_tabs);
    row->addStretch();
    row->addWidget(m_messages->tools());
    column->addLayout(row);
    for (QWidget *view : std::initializer_list<QWidget *>{m_messages, m_replies, m_errors}) {
        m_views->addWidget(view);
        m_tabs->addTab(QString());
    }
    column->addWidget(m_views, 1);
    const std::pair<const char *, const char *> actions[] = {
        {"sms-messages", "mail-message"}, {"sms-replies", "mail-reply-sender"}, {"sms-errors", "table"}};
    for (const auto &entry : actions) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1StringView(entry.first));
        action->setIcon(ui::icon(QLatin1StringView(entry.second)));
        action->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(m_viewActions.size() + 1)));
        connect(action, &QAction::triggered, m_tabs,
                [this, view = static_cast<int>(m_viewActions.size())] { m_tabs->setCurrentIndex(view); });
        m_viewActions.append(action);
    }
}

void SmsLogPage::wire() {
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int view) {
        show(static_cast<View>(view));
        Q_EMIT placeChanged(false);
    });
    connect(m_messages, &MessagesView::placeChanged, this, &SmsLogPage::placeChanged);
    connect(m_messages, &MessagesView::openRequested, this, &SmsLogPage::openRequested);
    connect(m_messages, &MessagesView::acting, this, &SmsLogPage::acting);
    connect(m_messages, &MessagesView::noticed, this, &SmsLogPage::noticed);
    connect(m_messages, &MessagesView::undoOffered, this, &SmsLogPage::undoOffered);
    connect(m_replies, &RepliesView::placeChanged, this, &SmsLogPage::placeChanged);
    connect(m_errors, &ErrorTableView::placeChanged, this, &SmsLogPage::placeChanged);
    connect(m_replies, &RepliesView::messageRequested, this, [this](Id id) {
        m_tabs->setCurrentIndex(static_cast<int>(View::Messages));
        m_messages->openId(id);
        Q_EMIT placeChanged(true); // of the step that the tab was
    });
}

SmsLogPage::View SmsLogPage::view() const {
    return static_cast<View>(m_views->currentIndex());
}

void SmsLogPage::show(View view) {
    m_views->setCurrentIndex(static_cast<int>(view));
    m_messages->tools()->setVisible(view == View::Messages);
    if (m_tabs->currentIndex() != static_cast<int>(view)) {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(static_cast<int>(view));
    }
}

QAction *SmsLogPage::primaryAction() {
    return m_messages->sendAction();
}

QList<QAction *> SmsLogPage::commands() {
    return m_viewActions + m_messages->commands();
}

void SmsLogPage::refresh() {
    view() == View::Replies ? m_replies->refresh() : m_messages->refresh();
}

bool SmsLogPage::focusFilter() {
    switch (view()) {
    case View::Messages:
        m_messages->focusFilter();
        break;
    case View::Replies:
        m_replies->focusFilter();
        break;
    case View::Errors:
        m_errors->focusFilter();
        break;
    }
    return true;
}

bool SmsLogPage::backOut() {
    switch (view()) {
    case View::Messages:
        return m_messages->backOut();
    case View::Replies:
        return m_replies->backOut();
    case View::Errors:
        return m_errors->backOut();
    }
    return false;
}

QString SmsLogPage::place() const {
    QUrlQuery query;
    if (view() != View::Messages)
        query.addQueryItem(viewItem, viewNames[m_views->currentIndex()]);
    if (view() == View::Messages)
        m_messages->writeTo(query);
    else if (view() == View::Replies)
        m_replies->writeTo(query);
    else
        m_errors->writeTo(query);
    return query.toString(QUrl::FullyEncoded);
}

void SmsLogPage::openPlace(const QString &place) {
    const QUrlQuery query(place);
    const QString name = query.queryItemValue(viewItem);
    const auto found = std::find(std::begin(viewNames), std::end(viewNames), name);
    const auto view = found == std::end(viewNames) ? View::Messages : static_cast<View>(found - std::begin(viewNames));
    show(view);
    if (view == View::Messages)
        m_messages->readFrom(query);
    else if (view == View::Replies)
        m_replies->readFrom(query);
    else
        m_errors->readFrom(query);
}

void SmsLogPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SmsLogPage::retranslate() {
    const QString names[] = {tr("Messages"), tr("Replies"), tr("Error table")};
    for (int view = 0; view < 3; ++view) {
        m_tabs->setTabText(view, names[view]);
        m_viewActions.at(view)->setText(tr("SMS log: %1").arg(names[view]));
    }
    m_tabs->setAccessibleName(tr("Views of the SMS log"));
}

} // namespace wemo::pages::sms
