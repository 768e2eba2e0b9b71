#include "ui/pages/blocking/subject_history_page.h"

#include "ui/pages/blocking/blocking_desk.h"
#include "ui/pages/blocking/blocking_forms.h"
#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/history_view.h"
#include "ui/pages/blocking/subject_bar.h"
#include "ui/pages/blocking/subject_guess.h"
#include "ui/pages/blocking/trial_view.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/side_split.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

namespace {
constexpr int panelWidth = 380;

QString encoded(const QString &text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// Whoever types a number anywhere is offered its history.
QList<ui::PaletteHit> findFor(const QString &typed) {
    const QString text = typed.trimmed();
    const QString title = SubjectHistoryPage::tr("History and “Try it”");
    if (isTellingValue(text))
        return {{SubjectHistoryPage::tr("Why is %1 blocked? Its history").arg(text), title,
                 QStringLiteral("kind=%1&value=%2").arg(guessKind(text), encoded(text))}};
    const QString lower = text.toLower();
    const bool meant = lower.size() >= 3 && (QStringLiteral("history of a subject").startsWith(lower) ||
                                             QStringLiteral("try it").startsWith(lower));
    if (meant && !title.toLower().contains(lower))
        return {{title, {}, {}}};
    return {};
}
} // namespace

ui::PageSpec SubjectHistoryPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("subject-history");
    spec.icon = QStringLiteral("view-history");
    spec.permission = staff::Permission::BlockingRead;
    spec.section = [] { return Words::tr("Blocking"); };
    spec.title = [] { return tr("History and “Try it”"); };
    spec.subtitle = [] {
        return tr("What would happen to somebody now, and everything that happened. Nothing counts.");
    };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new SubjectHistoryPage(context, parent);
    };
    spec.find = findFor;
    return spec;
}

SubjectHistoryPage::SubjectHistoryPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_live(new LiveRefresh(context, {QStringLiteral("blocks"), QStringLiteral("bans"), QStringLiteral("policies")},
                             this))
    , m_desk(new BlockingDesk(m_source, this))
    , m_lift(new QAction(this))
    , m_ban(new QAction(this)) {
    setObjectName(QStringLiteral("subjectHistoryPage"));
    m_lift->setObjectName(QStringLiteral("subject-lift"));
    m_lift->setIcon(ui::icon(QStringLiteral("unlock")));
    m_lift->setShortcut(QKeySequence(QStringLiteral("Ctrl+L")));
    m_ban->setObjectName(QStringLiteral("subject-ban"));
    m_ban->setIcon(ui::icon(QStringLiteral("dialog-cancel")));
    m_ban->setShortcut(QKeySequence(QStringLiteral("Ctrl+B")));
    build();
    wire();
    wireActs();
    retranslate();
    readPolicies();
}

SubjectHistoryPage::~SubjectHistoryPage() = default;

void SubjectHistoryPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    top->setSpacing(12);
    m_bar = new SubjectBar(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("subjectTitle"));
    m_title->setProperty("ui", "heading");
    head->addWidget(m_title);
    head->addSpacing(8);
    head->addWidget(ui::actionButton(m_lift, this));
    head->addWidget(ui::actionButton(m_ban, this));
    head->addStretch();
    top->addWidget(m_bar);
    top->addLayout(head);
    column->addLayout(top);
    auto *main = new QWidget;
    auto *row = new QHBoxLayout(main);
    row->setContentsMargins(ui::metrics::pagePadding, 0, 8, 0);
    row->setSpacing(24);
    m_trialView = new TrialView;
    auto *scroll = new QScrollArea(main);
    m_trialArea = scroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_trialView->setProperty("ui", "detail-body");
    m_trialView->setAttribute(Qt::WA_StyledBackground);
    scroll->setWidget(m_trialView);
    m_history = new HistoryView(m_source, m_context.now, main);
    row->addWidget(scroll, 6);
    row->addWidget(m_history, 5);
    m_split = new ui::SideSplit(main, m_context.settings, QStringLiteral("pages/subject-history/panel-width"),
                                panelWidth, this);
    m_form = new ui::ActionPanel;
    m_split->addPanel(m_form);
    column->addWidget(m_split, 1);
}

void SubjectHistoryPage::wire() {
    connect(m_bar, &SubjectBar::asked, this, [this] {
        lookUp(m_bar->query());
        Q_EMIT placeChanged(false);
    });
    connect(m_history, &HistoryView::loaded, this, [this] {
        followState();
        Q_EMIT placeChanged(true);
    });
    connect(m_trialView, &TrialView::retryRequested, this, &SubjectHistoryPage::tryOut);
    connect(m_trialView, &TrialView::banRequested, this, [this](const QString &id) {
        Q_EMIT openRequested(QStringLiteral("ban-list"), QStringLiteral("ban=") + id);
    });
    connect(m_live, &LiveRefresh::due, this, [this](const QString &kind) {
        if (kind.isEmpty() || kind == u"policies")
            readPolicies();
        m_history->reload();
        tryOut();
    });
}

void SubjectHistoryPage::readPolicies() {
    m_source.policies().then(this, [this](const ui::ApiResult<QList<PolicyRecord>> &policies) {
        if (policies)
            m_trialView->setPolicies(*policies);
    });
}

void SubjectHistoryPage::lookUp(const SubjectQuery &subject) {
    closeSide();
    m_subject = subject;
    m_trial.reset();
    m_found.clear();
    m_trialView->setBlocks({});
    m_trialView->clear();
    m_history->show(subject);
    tryOut();
    followState();
}

/// By value only: the service does not know the value of a subject that a list tells by its id.
void SubjectHistoryPage::tryOut() {
    if (m_subject.kind.isEmpty())
        return;
    if (m_subject.value.isEmpty())
        return m_trialView->showWithout(tr("Write the whole value above to see what would happen now."));
    m_source.trial(m_subject.kind, m_subject.value)
        .then(this, [this, epoch = ++m_epoch](const ui::ApiResult<wemo::blocking::Trial> &trial) {
            if (epoch != m_epoch)
                return;
            if (!trial)
                return m_trialView->showError(trial.error());
            m_trial = *trial;
            m_trialView->showTrial(*trial);
            followState();
        });
    findBlocks();
}

/// A block may be of one requester for this subject alone: a trial does not know which requester is meant.
void SubjectHistoryPage::findBlocks() {
    constexpr int most = 100;
    m_source.blocks({m_subject.kind, {}, m_subject.value}, {}, most)
        .then(this, [this, subject = m_subject](const ui::ApiResult<ui::RowPage<Block>> &page) {
            if (!page || !(subject == m_subject))
                return; // the trial says that the service is away
            m_found = page->items;
            m_trialView->setBlocks(m_found);
            followState();
        });
}

void SubjectHistoryPage::refresh() {
    readPolicies();
    m_history->reload();
    tryOut();
}

bool SubjectHistoryPage::focusFilter() {
    m_bar->focusField();
    return true;
}

bool SubjectHistoryPage::backOut() {
    if (!m_split->isAnyOpen())
        return false;
    closeSide();
    return true;
}

QString SubjectHistoryPage::place() const {
    const auto &subject = m_history->subject();
    const QString id = subject ? subject->id : m_subject.id;
    if (id.isEmpty())
        return {};
    return QStringLiteral("kind=%1&subject=%2").arg(encoded(m_subject.kind), encoded(id));
}

void SubjectHistoryPage::openPlace(const QString &place) {
    const QUrlQuery query(place);
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    };
    const SubjectQuery subject{item("kind"), item("value"), item("subject")};
    if (subject.kind.isEmpty() || (subject.value.isEmpty() && subject.id.isEmpty()))
        return;
    m_bar->setQuery(subject.value.isEmpty() ? QString() : subject.kind, subject.value);
    lookUp(subject);
}

void SubjectHistoryPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    m_bar->focusField();
}

} // namespace wemo::pages::blocking
