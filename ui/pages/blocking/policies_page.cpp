#include "ui/pages/blocking/policies_page.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/policy_panel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/side_split.h"
#include "ui/widgets/time_text.h"

#include <QEvent>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

namespace {
constexpr int panelWidth = 460;
enum Column { Kind, Event, Rule, Mode, Changed, Name };

QList<ui::RowColumn<PolicyRecord>> policyColumns(const std::function<Instant()> &now) {
    using Cell = ui::RowColumn<PolicyRecord>;
    using Look = ui::RowDelegate::Kind;
    Cell kind{[] { return Words::tr("Counts for each"); },
              [](const PolicyRecord &record) { return kindWord(record.policy.subjectKind); }, false, 156};
    Cell event{[] { return Words::tr("What counts"); },
               [](const PolicyRecord &record) { return eventWord(record.policy.event); }, false, 148};
    Cell rule{[] { return Words::tr("Rule"); },
              [](const PolicyRecord &record) { return policySentence(record.policy); }, false, 320};
    Cell mode{[] { return Words::tr("Mode"); },
              [](const PolicyRecord &record) { return modeWord(record.policy.mode); },
              false,
              136,
              Look::Pill,
              [](const PolicyRecord &record) {
                  return record.policy.mode == wemo::blocking::Mode::Enforce ? ui::Tone::Success : ui::Tone::Info;
              }};
    Cell changed{[] { return Words::tr("Changed"); },
                 [now](const PolicyRecord &record) {
                     return QStringLiteral("%1 · %2").arg(ui::shortTime(record.changedAt, now()), record.changedBy);
                 },
                 false, 190};
    Cell name{[] { return Words::tr("Name"); }, [](const PolicyRecord &record) { return record.policy.id; }, false, 140,
              Look::Monospace};
    return {kind, event, rule, mode, changed, name};
}
} // namespace

ui::PageSpec PoliciesPage::spec() {
    ui::PageSpec spec;
    spec.id = QStringLiteral("block-policies");
    spec.icon = QStringLiteral("view-list-details");
    spec.permission = staff::Permission::BlockingRead;
    spec.section = [] { return Words::tr("Blocking"); };
    spec.title = [] { return tr("Block policies"); };
    spec.subtitle = [] { return tr("What may happen how often, and what follows when it happens more often."); };
    spec.create = [](const ui::PageContext &context, QWidget *parent) -> ui::Page * {
        return new PoliciesPage(context, parent);
    };
    spec.find = [](const QString &typed) -> QList<ui::PaletteHit> {
        const QString text = typed.trimmed().toLower();
        const QString title = tr("Block policies");
        if (text.size() >= 3 &&
            (QStringLiteral("block policies").startsWith(text) || QStringLiteral("policies").startsWith(text)) &&
            !title.toLower().contains(text))
            return {{title, {}, {}}};
        return {};
    };
    return spec;
}

PoliciesPage::PoliciesPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_source(context.client)
    , m_live(new LiveRefresh(context, {QStringLiteral("policies")}, this))
    , m_model(new ui::PagedRows<PolicyRecord>(
          policyColumns(context.now), [this](const QString &, int) { return fetch(); },
          [](const PolicyRecord &record) { return record.policy.id; }, this))
    , m_add(new QAction(this)) {
    setObjectName(QStringLiteral("policiesPage"));
    m_add->setObjectName(QStringLiteral("policy-add"));
    m_add->setIcon(ui::icon(QStringLiteral("list-add")));
    m_add->setShortcut(QKeySequence(QStringLiteral("Ctrl+N")));
    addAction(m_add);
    build();
    wire();
    retranslate();
    m_model->restart();
}

PoliciesPage::~PoliciesPage() = default;

void PoliciesPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    m_refused = new ui::MessageBar(this);
    m_refused->setObjectName(QStringLiteral("policyRefused"));
    top->addWidget(m_refused);
    column->addLayout(top);
    m_list = new ui::ListFrame(
        QStringLiteral("policies"), *m_model, [this](ui::ListFrame::Nothing nothing) { return wordsFor(nothing); },
        m_context.now);
    m_list->setContentsMargins(12, 0, 0, 0);
    m_list->setColumns(m_model->columns(), Rule);
    m_list->remember(m_context.settings, QStringLiteral("pages/block-policies/header.1"));
    m_list->hideBelow({{Event, 1500}, {Kind, 1320}, {Changed, 900}, {Name, 760}, {Mode, 420}});
    m_list->table().setSelectionMode(QAbstractItemView::SingleSelection);
    m_split = new ui::SideSplit(m_list, m_context.settings, QStringLiteral("pages/block-policies/panel-width"),
                                panelWidth, this);
    m_panel = new PolicyPanel(m_source);
    m_split->addPanel(m_panel);
    column->addWidget(m_split, 1);
}

void PoliciesPage::wire() {
    connect(m_add, &QAction::triggered, this, &PoliciesPage::openNew);
    connect(m_list, &ui::ListFrame::opened, this, &PoliciesPage::openPolicy);
    connect(m_list, &ui::ListFrame::currentChanged, this, [this](const QString &key) {
        if (m_split->isAnyOpen() && !m_panel->isDirty())
            openPolicy(key);
    });
    connect(m_list, &ui::ListFrame::actionRequested, this, &PoliciesPage::openNew);
    connect(m_list, &ui::ListFrame::loaded, this, [this] {
        if (!m_open.isEmpty() && m_split->isAnyOpen())
            openPolicy(m_open);
    });
    connect(m_panel, &PolicyPanel::closeRequested, this, &PoliciesPage::closeSide);
    connect(m_panel, &PolicyPanel::saveRequested, this, &PoliciesPage::save);
    connect(m_panel, &PolicyPanel::removeRequested, this, &PoliciesPage::remove);
    connect(m_panel, &PolicyPanel::restoreRequested, this, &PoliciesPage::restore);
    connect(m_panel, &PolicyPanel::historyRequested, this, [this](const QString &kind, const QString &id) {
        Q_EMIT openRequested(QStringLiteral("subject-history"), QStringLiteral("kind=%1&subject=%2").arg(kind, id));
    });
    connect(m_live, &LiveRefresh::due, this, [this] { m_model->refresh(); });
    connect(m_live, &LiveRefresh::staleChanged, m_list, &ui::ListFrame::setStale);
}

QFuture<ui::ApiResult<ui::RowPage<PolicyRecord>>> PoliciesPage::fetch() {
    return m_source.policies().then(
        [](const ui::ApiResult<QList<PolicyRecord>> &policies) -> ui::ApiResult<ui::RowPage<PolicyRecord>> {
            if (!policies)
                return tl::unexpected(policies.error());
            return ui::RowPage<PolicyRecord>{*policies, {}};
        });
}

bool PoliciesPage::mayEdit() const {
    return m_context.client.may(staff::Permission::BlockingEdit);
}

ui::ListWords PoliciesPage::wordsFor(ui::ListFrame::Nothing nothing) const {
    if (nothing == ui::ListFrame::Nothing::Failed)
        return {QStringLiteral("network-disconnect"), tr("The policies could not be read"),
                tr("They are in force all the same. Try again; if it stays so, tell the technicians the request ID "
                   "above."),
                tr("Retry")};
    return {QStringLiteral("view-list-details"), tr("No policies"),
            tr("Nothing is counted, and nobody is blocked but by the ban list."),
            mayEdit() ? tr("New policy") : QString()};
}

QAction *PoliciesPage::primaryAction() {
    return m_add;
}

void PoliciesPage::openPolicy(const QString &id) {
    const PolicyRecord *record = m_model->find(id);
    if (!record)
        return;
    if (keepsEdit(id))
        return;
    const bool known = id == m_open && m_split->isAnyOpen();
    m_open = id;
    m_panel->showPolicy(*record, mayEdit());
    m_list->setCurrentKey(id);
    m_split->open(m_panel);
    if (!known)
        Q_EMIT placeChanged(true);
}

void PoliciesPage::openNew() {
    if (!mayEdit())
        return;
    if (keepsEdit({}))
        return;
    PolicyRecord fresh;
    fresh.policy.subjectKind = QStringLiteral("number");
    fresh.policy.event = QStringLiteral("code-requested");
    fresh.policy.blockTime = std::chrono::minutes(15);
    fresh.policy.longestBlock = std::chrono::hours(24);
    fresh.policy.mode = wemo::blocking::Mode::Observe; // whom it would block is seen before anybody is
    m_open.clear();
    m_split->open(m_panel);
    m_panel->showPolicy(fresh, true);
}

/// What is filled in and not saved is not lost: another policy is opened when it is saved or discarded.
bool PoliciesPage::keepsEdit(const QString &id) {
    const QString edited = m_panel->base().policy.id;
    if (!m_panel->isDirty() || (!id.isEmpty() && id == edited))
        return false;
    m_split->open(m_panel);
    m_refused->showMessage(ui::Tone::Warning,
                           edited.isEmpty() ? tr("Create the new policy first, or discard it.")
                                            : tr("Save what you changed in %1 first, or discard it.").arg(edited));
    return true;
}

void PoliciesPage::closeSide() {
    m_refused->clear();
    if (!m_split->close())
        return;
    m_open.clear();
    m_list->focusList();
    Q_EMIT placeChanged(true);
}

void PoliciesPage::refresh() {
    m_model->refresh();
}

bool PoliciesPage::backOut() {
    if (!m_split->isAnyOpen())
        return false;
    closeSide();
    return true;
}

QString PoliciesPage::place() const {
    QUrlQuery query;
    if (!m_open.isEmpty())
        query.addQueryItem(QStringLiteral("policy"), QString::fromLatin1(QUrl::toPercentEncoding(m_open)));
    return query.toString(QUrl::FullyEncoded);
}

void PoliciesPage::openPlace(const QString &place) {
    const QString id = QUrlQuery(place).queryItemValue(QStringLiteral("policy"), QUrl::FullyDecoded);
    if (id.isEmpty())
        return closeSide();
    m_open = id;
    m_split->open(m_panel);
    openPolicy(id);
}

void PoliciesPage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    m_list->focusList();
}

void PoliciesPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PoliciesPage::retranslate() {
    m_add->setText(tr("New policy"));
    m_add->setVisible(mayEdit());
    m_add->setEnabled(mayEdit());
    m_list->setAccessibleListName(tr("Policies"));
    m_list->setCountText([](int count) { return tr("%n policies", nullptr, count); });
    m_list->retranslate();
}

} // namespace wemo::pages::blocking
