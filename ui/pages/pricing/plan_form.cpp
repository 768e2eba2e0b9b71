#include "ui/pages/pricing/plan_form.h"

#include "ui/widgets/error_text.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

namespace {
const QString boundaryKey = QStringLiteral("boundary");

QString labelOf(const QString &key) {
    if (key == QLatin1StringView("code"))
        return PlanForm::tr("Code");
    if (key == QLatin1StringView("name_zh"))
        return PlanForm::tr("Name (Chinese)");
    if (key == QLatin1StringView("name_en"))
        return PlanForm::tr("Name (English)");
    if (key == QLatin1StringView("product"))
        return PlanForm::tr("Product");
    if (key == QLatin1StringView("model"))
        return PlanForm::tr("Model");
    if (key == QLatin1StringView("zone"))
        return PlanForm::tr("Pick-up zone");
    if (key == QLatin1StringView("tier"))
        return PlanForm::tr("Rider");
    return PlanForm::tr("Past a price change");
}

QString boundaryText(BoundaryRule rule) {
    return rule == BoundaryRule::Start ? PlanForm::tr("Priced as at its start") : PlanForm::tr("Split at the change");
}
} // namespace

PlanForm::PlanForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QFormLayout)
    , m_conflict(new QLabel(this)) {
    setObjectName(QStringLiteral("planForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_conflict->setObjectName(QStringLiteral("error:plan"));
    m_conflict->setTextFormat(Qt::PlainText);
    m_conflict->setWordWrap(true);
    ui::setUiProperty(m_conflict, "ui", QStringLiteral("error"));
    m_conflict->hide();
    column->addWidget(m_conflict);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(8);
    column->addLayout(m_rows);
    for (const char *key : {"code", "name_zh", "name_en"})
        addLine(QString::fromLatin1(key));
    for (const char *key : {"product", "model", "zone", "tier"})
        addChoice(QString::fromLatin1(key));
    addChoice(boundaryKey);
    m_lines.value(QStringLiteral("code"))->setFont(ui::monospaceFont());
    retranslate();
}

void PlanForm::addLine(const QString &key) {
    auto *line = new QLineEdit(this);
    m_lines.insert(key, line);
    connect(line, &QLineEdit::textEdited, this, [this, key] {
        setError(key, {});
        Q_EMIT changed();
    });
    addRow(key, line);
}

void PlanForm::addChoice(const QString &key) {
    auto *choice = new QComboBox(this);
    choice->setMinimumContentsLength(10);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_choices.insert(key, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, [this, key] {
        setError(key, {});
        m_conflict->hide(); // whom it applies to changed
        Q_EMIT changed();
    });
    addRow(key, choice);
}

void PlanForm::addRow(const QString &key, QWidget *input) {
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    input->setObjectName(QStringLiteral("plan.") + key);
    column->addWidget(input);
    auto *error = new QLabel(cell);
    error->setObjectName(QStringLiteral("error:") + key);
    error->setTextFormat(Qt::PlainText);
    error->setWordWrap(true);
    ui::setUiProperty(error, "ui", QStringLiteral("error"));
    error->hide();
    column->addWidget(error);
    auto *label = new QLabel(this);
    label->setBuddy(input);
    label->setMinimumHeight(32);
    m_rows->addRow(label, cell);
    m_labels.insert(key, label);
    m_errors.insert(key, error);
}

void PlanForm::fill(const QString &kind) {
    QComboBox *choice = m_choices.value(kind);
    const QSignalBlocker quiet(choice);
    const QString chosen = choice->currentData().toString();
    choice->clear();
    if (kind == boundaryKey) {
        for (const BoundaryRule rule : {BoundaryRule::Start, BoundaryRule::Split})
            choice->addItem(boundaryText(rule), toString(rule));
    } else {
        if (kind != QLatin1StringView("product"))
            choice->addItem(m_names.name(kind, {}), QString());
        const auto entries = m_names.entries(kind);
        for (const CatalogEntry &entry : entries)
            choice->addItem(m_names.name(kind, entry.code), entry.code);
    }
    select(kind, chosen);
}

void PlanForm::select(const QString &key, const QString &code) {
    QComboBox *choice = m_choices.value(key);
    const QSignalBlocker quiet(choice);
    int index = choice->findData(code);
    if (index < 0 && !code.isEmpty()) { // a code the catalog lacks is kept
        choice->addItem(code, code);
        index = choice->count() - 1;
    }
    choice->setCurrentIndex(std::max(0, index));
}

void PlanForm::setNames(const CatalogNames &names) {
    m_names = names;
    retranslate();
}

void PlanForm::setPlan(const Plan &plan) {
    m_plan = plan;
    clearErrors();
    m_lines.value("code")->setText(plan.code);
    m_lines.value("name_zh")->setText(plan.nameZh);
    m_lines.value("name_en")->setText(plan.nameEn);
    select("product", plan.product);
    select("model", plan.model);
    select("zone", plan.zone);
    select("tier", plan.tier);
    select(boundaryKey, toString(plan.boundary));
}

QString PlanForm::text(const QString &key) const {
    const QLineEdit *line = m_lines.value(key);
    return line ? line->text().trimmed() : m_choices.value(key)->currentData().toString();
}

Plan PlanForm::plan() const {
    Plan plan = m_plan;
    plan.code = text("code");
    plan.nameZh = text("name_zh");
    plan.nameEn = text("name_en");
    plan.product = text("product");
    plan.model = text("model");
    plan.zone = text("zone");
    plan.tier = text("tier");
    plan.boundary = boundaryRuleFromString(text(boundaryKey)).value_or(BoundaryRule::Start);
    return plan;
}

void PlanForm::setReadOnly(bool readOnly) {
    for (QLineEdit *line : std::as_const(m_lines))
        line->setReadOnly(readOnly);
    for (QComboBox *choice : std::as_const(m_choices))
        choice->setEnabled(!readOnly);
}

void PlanForm::setError(const QString &key, const QString &text) {
    QLabel *error = m_errors.value(key);
    error->setText(text);
    error->setVisible(!text.isEmpty());
    QWidget *input = m_lines.value(key);
    if (!input)
        input = m_choices.value(key);
    input->setAccessibleDescription(text);
    ui::setUiProperty(input, "invalid", !text.isEmpty());
}

void PlanForm::clearErrors() {
    m_conflict->hide();
    for (auto error = m_errors.cbegin(); error != m_errors.cend(); ++error)
        setError(error.key(), {});
}

bool PlanForm::showError(const ui::ApiError &error) {
    clearErrors();
    if (error.code == QLatin1StringView("duplicate-code")) {
        setError("code", tr("Another plan has this code."));
        return true;
    }
    if (error.code == QLatin1StringView("ambiguous-plan")) {
        m_conflict->setText(
            tr("Plan %1 is for the same riders, and neither is more specific. Change model, zone or rider.")
                .arg(error.problem.value("plan").toString()));
        m_conflict->show();
        return true;
    }
    bool isPlaced = false;
    for (const FieldError &field : error.fields) {
        if (!m_errors.contains(field.path))
            continue;
        setError(field.path, ui::fieldText(field));
        isPlaced = true;
    }
    return isPlaced;
}

void PlanForm::retranslate() {
    for (auto label = m_labels.cbegin(); label != m_labels.cend(); ++label) {
        label.value()->setText(labelOf(label.key()));
        label.value()->buddy()->setAccessibleName(labelOf(label.key()));
    }
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice)
        fill(choice.key());
}

void PlanForm::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wemo::pages::pricing
