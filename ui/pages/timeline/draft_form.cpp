#include "ui/pages/timeline/draft_form.h"

#include "ui/pages/pricing/config_form.h"
#include "ui/pages/pricing/fare_curve.h"
#include "ui/pages/pricing/worked_examples.h"
#include "ui/pages/timeline/interval_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/time_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

namespace {
constexpr qint64 usualMetres = 3'000;
/// Shows the numbers of Taipei's clock whatever zone the machine is in.
QDateTime shown(Instant at) {
    const QDateTime local = ui::toTaipei(at);
    return QDateTime(local.date(), local.time(), Qt::UTC);
}
} // namespace

DraftForm::DraftForm(TimelineDesk &desk, ConfigShelf &shelf, std::function<Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_shelf(shelf)
    , m_now(std::move(now))
    , m_rows(new QFormLayout(this))
    , m_from(timeEdit("draftFrom"))
    , m_open(new QCheckBox(this))
    , m_to(timeEdit("draftTo"))
    , m_config(new QComboBox(this))
    , m_change(new QCheckBox(this))
    , m_prices(new pricing::ConfigForm(this))
    , m_curve(new pricing::FareCurve(pricing::FareAxis::Minutes, this))
    , m_examples(new pricing::WorkedExamples(this))
    , m_note(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_problems(new QLabel(this))
    , m_save(new QPushButton(this))
    , m_cancel(new QPushButton(this)) {
    setObjectName(QStringLiteral("draftForm"));
    m_open->setObjectName(QStringLiteral("draftOpen"));
    m_config->setObjectName(QStringLiteral("draftConfig"));
    m_note->setObjectName(QStringLiteral("draftNote"));
    m_reason->setObjectName(QStringLiteral("draftReason"));
    m_problems->setObjectName(QStringLiteral("draftProblems"));
    m_save->setObjectName(QStringLiteral("saveDraft"));
    m_cancel->setObjectName(QStringLiteral("cancelDraft"));
    m_change->setObjectName(QStringLiteral("draftChange"));
    m_problems->setWordWrap(true);
    ui::setUiProperty(m_save, "ui", QStringLiteral("primary"));
    m_rows->setContentsMargins(0, 4, 0, 4);
    m_rows->setVerticalSpacing(12);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (QWidget *field : std::initializer_list<QWidget *>{m_from, m_to, m_open, m_note, m_reason, m_config, m_change})
        m_rows->addRow(new QLabel(this), field); // named in retranslate()
    for (QWidget *part : std::initializer_list<QWidget *>{m_curve, m_prices, m_examples, m_problems})
        m_rows->addRow(part);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    m_rows->addRow(buttons);
    for (QDateTimeEdit *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &DraftForm::follow);
    connect(m_open, &QCheckBox::toggled, this, &DraftForm::follow);
    connect(m_reason, &QLineEdit::textChanged, this, &DraftForm::follow);
    connect(m_config, &QComboBox::activated, this, &DraftForm::takeConfig);
    connect(m_change, &QCheckBox::toggled, this, &DraftForm::draw);
    connect(m_prices, &pricing::ConfigForm::changed, this, &DraftForm::draw);
    connect(m_save, &QPushButton::clicked, this, &DraftForm::save);
    connect(m_note, &QLineEdit::returnPressed, this, &DraftForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &DraftForm::canceled);
    retranslate();
}

QDateTimeEdit *DraftForm::timeEdit(const char *name) {
    auto *edit = new QDateTimeEdit(this);
    edit->setObjectName(QLatin1StringView(name));
    edit->setTimeSpec(Qt::UTC);
    edit->setDisplayFormat(QStringLiteral("yyyy/MM/dd HH:mm"));
    edit->setCalendarPopup(true);
    edit->setMinimumWidth(170);
    return edit;
}

void DraftForm::begin(Id plan) {
    m_draft = Interval();
    m_draft.planId = plan;
    m_draft.from = ui::startOfDay(m_now()) + std::chrono::hours(24);
    const QList<Interval> timeline = m_desk.intervalsOf(plan);
    const std::optional<Interval> before = inForce(timeline, m_draft.from);
    if (before) {
        m_draft.configId = before->configId;
        m_draft.to = before->to;
    } else if (const QList<ConfigRecord> configs = m_desk.configsOf(plan); !configs.isEmpty()) {
        m_draft.configId = configs.constFirst().id;
    }
    fill();
}

void DraftForm::edit(Id interval) {
    if (const Interval *found = m_desk.interval(interval)) {
        m_draft = *found;
        fill();
    }
}

void DraftForm::fill() {
    const Plan *plan = m_desk.plan(m_draft.planId);
    m_version = plan ? plan->timelineVersion : 0;
    m_from->setDateTime(shown(m_draft.from));
    m_open->setChecked(!m_draft.to);
    m_to->setDateTime(shown(m_draft.to.value_or(m_draft.from + std::chrono::hours(24 * 30))));
    m_config->clear();
    for (const ConfigRecord &record : m_desk.configsOf(m_draft.planId)) {
        m_config->addItem(record.note.isEmpty() ? tr("Version %1").arg(record.version)
                                                : tr("Version %1: %2").arg(record.version).arg(record.note),
                          QVariant::fromValue(record.id));
        if (record.id == m_draft.configId)
            m_config->setCurrentIndex(m_config->count() - 1);
    }
    m_note->setText(m_draft.note);
    m_reason->setText(m_draft.emergencyReason);
    m_from->setFocus(Qt::OtherFocusReason);
    m_change->setChecked(false);
    takeConfig();
    follow();
}

/// The chosen config is read, and edited from.
void DraftForm::takeConfig() {
    m_base.reset();
    const int epoch = ++m_epoch;
    if (const Id id = m_config->currentData().toLongLong(); id != 0) {
        m_shelf.read(id, this, [this, epoch](const ui::ApiResult<Config> &config) {
            if (epoch != m_epoch || !config)
                return;
            m_base = *config;
            m_prices->setNames(m_desk.names());
            m_prices->setConfig(*config);
            draw();
        });
    } else {
        m_base = Config(); // the first one of its plan begins with nothing
        m_prices->setNames(m_desk.names());
        m_prices->setConfig(*m_base);
        m_change->setChecked(true);
    }
    draw();
}

/// The fare now and as typed.
void DraftForm::draw() {
    const bool changes = m_base && m_change->isChecked();
    m_change->setEnabled(m_base.has_value());
    for (QWidget *part : std::initializer_list<QWidget *>{m_curve, m_prices, m_examples})
        part->setVisible(changes);
    if (changes) {
        const Result<Config> typed = m_prices->config();
        const std::optional<Config> after = typed ? std::optional(*typed) : std::nullopt;
        Ride ride;
        ride.start = m_draft.from;
        ride.metres = usualMetres;
        if (const Plan *plan = m_desk.plan(m_draft.planId)) {
            ride.product = plan->product;
            ride.pickupZone = ride.returnZone = plan->zone;
        }
        m_curve->setRide(ride);
        m_curve->setConfigs(m_base, after);
        m_examples->setConfigs(m_base, after, m_draft.from, m_desk.names());
    }
    follow();
}

Interval DraftForm::typed() const {
    Interval draft = m_draft;
    draft.from = ui::fromTaipei(m_from->dateTime());
    draft.to = m_open->isChecked() ? std::nullopt : std::optional(ui::fromTaipei(m_to->dateTime()));
    draft.configId = m_config->currentData().toLongLong();
    draft.note = m_note->text().trimmed();
    draft.emergencyReason = m_reason->text().trimmed();
    return draft;
}

void DraftForm::follow() {
    const Interval draft = typed();
    const QList<Interval> timeline = m_desk.intervalsOf(draft.planId);
    QStringList lines;
    bool isWrong = m_config->count() == 0 && !m_change->isChecked();
    if (isWrong)
        lines.append(tr("This plan has no config yet."));
    if (m_change->isChecked() && !m_prices->config()) {
        isWrong = true;
        lines.append(tr("The prices have a mistake: see the field."));
    }
    for (const TimelineProblem &problem : check(timeline, draft, m_now())) {
        lines.append(QStringLiteral("⚠ ") + problemText(problem, timeline));
        isWrong = isWrong || problem.fault == TimelineFault::Empty || problem.fault == TimelineFault::Inverted ||
                  problem.fault == TimelineFault::Past || problem.fault == TimelineFault::OutOfRange;
    }
    m_to->setEnabled(!m_open->isChecked());
    m_problems->setText(lines.join(u'\n'));
    m_problems->setVisible(!lines.isEmpty());
    m_save->setEnabled(!isWrong && !m_desk.isBusy());
}

void DraftForm::save() {
    if (!m_save->isEnabled())
        return;
    const Interval draft = typed();
    pricing::DraftEdit edit{draft.from, draft.to, draft.configId, std::nullopt, draft.note, draft.emergencyReason,
                            m_version};
    if (const Result<Config> prices = m_prices->config(); m_change->isChecked() && prices)
        edit.config = *prices;
    m_desk.saveDraft(draft.planId, draft.id, edit);
}

void DraftForm::setBusy(bool busy) {
    m_save->setEnabled(!busy);
    if (!busy)
        follow();
}

void DraftForm::showErrors(const QList<FieldError> &errors) {
    QStringList lines;
    m_prices->showErrors(errors, QStringLiteral("config."));
    for (const FieldError &error : errors)
        lines.append(ui::fieldText(error));
    if (!lines.isEmpty())
        m_problems->setText(lines.join(u'\n'));
    m_problems->setVisible(!m_problems->text().isEmpty());
}

void DraftForm::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DraftForm::retranslate() {
    const auto name = [this](QWidget *field, const QString &text) {
        field->setAccessibleName(text);
        if (auto *label = qobject_cast<QLabel *>(m_rows->labelForField(field)))
            label->setText(text);
    };
    name(m_from, tr("From"));
    name(m_to, tr("To"));
    name(m_config, tr("Config"));
    name(m_note, tr("Note"));
    name(m_reason, tr("Emergency"));
    m_open->setText(tr("No end"));
    m_change->setText(tr("Change its prices: a new version"));
    m_reason->setPlaceholderText(tr("Only if it begins within the lead time"));
    m_save->setText(tr("Save draft"));
    m_cancel->setText(tr("Cancel"));
    follow();
}

} // namespace wemo::pages::timeline
