#include "ui/pages/simulator/field_box.h"
#include "ui/pages/simulator/ride_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::pages::simulator {

using wemo::pricing::BenefitEffect;

namespace {
constexpr int longestTyped = 60;

QToolButton *menuButton(const char *name, QWidget *parent) {
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1StringView(name));
    button->setProperty("ui", "chip");
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMenu(new QMenu(button));
    return button;
}
} // namespace

FieldBox *RideForm::addBox(const char *name) {
    auto *box = new FieldBox(QLatin1StringView(name), this);
    m_boxes.insert(QLatin1StringView(name), box);
    return box;
}

QLineEdit *RideForm::addLine(FieldBox *box, const char *name, int stretch) {
    auto *line = new QLineEdit(box);
    line->setObjectName(QLatin1StringView(name));
    line->setMaxLength(longestTyped);
    line->installEventFilter(this);
    connect(line, &QLineEdit::textEdited, this, [this, line] { onEdited(line); });
    connect(line, &QLineEdit::returnPressed, this, &RideForm::entered);
    box->add(line, stretch);
    return line;
}

QComboBox *RideForm::addChoice(FieldBox *box, const char *name, int stretch) {
    auto *choice = new QComboBox(box);
    choice->setObjectName(QLatin1StringView(name));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(4);
    connect(choice, &QComboBox::currentIndexChanged, this, [this] {
        if (m_isFilling)
            return;
        showShape();
        Q_EMIT edited();
    });
    box->add(choice, stretch);
    return choice;
}

void RideForm::pair(QWidget *left, QWidget *right) {
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(left, 1, Qt::AlignTop);
    row->addWidget(right, 1, Qt::AlignTop);
    m_column->addLayout(row);
}

void RideForm::build() {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 16, 16);
    m_column->setSpacing(12);
    m_top = new QVBoxLayout;
    m_top->setSpacing(8);
    m_column->addLayout(m_top);
    buildTimes();
    buildWords();
    buildBenefits();
    buildOther();
    m_column->addStretch();
}

void RideForm::buildTimes() {
    FieldBox *start = addBox("start");
    m_start = addLine(start, "rideStart");
    m_when = menuButton("when", start);
    start->add(m_when, 0);
    m_column->addWidget(start);
    FieldBox *minutes = addBox("minutes");
    m_minutes = addLine(minutes, "rideMinutes");
    FieldBox *end = addBox("end");
    m_end = addLine(end, "rideEnd");
    pair(minutes, end);
    FieldBox *km = addBox("km");
    m_km = addLine(km, "rideKm");
    FieldBox *hours = addBox("hours");
    m_hours = addLine(hours, "rideHours");
    pair(km, hours);
}

void RideForm::buildWords() {
    FieldBox *product = addBox("product"), *tier = addBox("tier"), *model = addBox("model");
    m_product = addChoice(product, "rideProduct");
    m_model = addChoice(model, "rideModel");
    m_tier = addChoice(tier, "rideTier");
    pair(product, tier);
    m_column->addWidget(model);
    FieldBox *pickup = addBox("pickup_zone"), *back = addBox("return_zone");
    m_pickup = addChoice(pickup, "ridePickup");
    m_return = addChoice(back, "rideReturn");
    pair(pickup, back);
}

void RideForm::buildBenefits() {
    FieldBox *pass = addBox("pass");
    m_passEffect = addChoice(pass, "passEffect", 3);
    m_passValue = addLine(pass, "passValue", 2);
    m_column->addWidget(pass);
    FieldBox *code = addBox("code");
    m_codeWord = addLine(code, "codeWord", 3);
    m_codeEffect = addChoice(code, "codeEffect", 3);
    m_codeValue = addLine(code, "codeValue", 2);
    m_column->addWidget(code);
    FieldBox *credit = addBox("credit");
    m_credit = addLine(credit, "rideCredit");
    m_column->addWidget(credit);
}

void RideForm::buildOther() {
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_compare = new QCheckBox(this);
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compareWhen = menuButton("compareWhen", this);
    row->addWidget(m_compare, 1);
    row->addWidget(m_compareWhen);
    m_column->addLayout(row);
    FieldBox *other = addBox("other_start");
    m_other = addLine(other, "otherStart");
    m_column->addWidget(other);
    connect(m_compare, &QCheckBox::toggled, this, [this](bool on) {
        if (m_isFilling)
            return;
        if (on && m_other->text().isEmpty())
            m_other->setText(m_start->text());
        showShape();
        Q_EMIT edited();
    });
}

void RideForm::retranslateEffects() {
    const QScopedValueRollback filling(m_isFilling, true);
    for (QComboBox *choice : {m_passEffect, m_codeEffect}) {
        const int index = choice->currentIndex();
        choice->clear();
        choice->addItem(tr("Free minutes"), static_cast<int>(BenefitEffect::FreeMinutes));
        choice->addItem(tr("Percent off"), static_cast<int>(BenefitEffect::Percent));
        choice->addItem(tr("NT$ off"), static_cast<int>(BenefitEffect::Amount));
        choice->setCurrentIndex(std::max(0, index));
    }
}

void RideForm::retranslate() {
    const std::tuple<const char *, QWidget *, QString> names[] = {
        {"start", m_start, tr("Start (time in Taipei)")},
        {"minutes", m_minutes, tr("Minutes")},
        {"end", m_end, tr("or end")},
        {"km", m_km, tr("Kilometres")},
        {"hours", m_hours, tr("Package hours")},
        {"product", m_product, tr("Product")},
        {"model", m_model, tr("Vehicle model")},
        {"tier", m_tier, tr("Rider tier")},
        {"pickup_zone", m_pickup, tr("Pick-up zone")},
        {"return_zone", m_return, tr("Return zone")},
        {"pass", m_passEffect, tr("Pass")},
        {"code", m_codeWord, tr("Coupon or code")},
        {"credit", m_credit, tr("Riding credit (NT$)")},
        {"other_start", m_other, tr("The other start (time in Taipei)")}};
    for (const auto &[name, control, text] : names) {
        m_boxes.value(QLatin1StringView(name))->setName(text);
        control->setAccessibleName(text);
    }
    m_passValue->setAccessibleName(tr("What the pass is worth"));
    m_codeEffect->setAccessibleName(tr("What the code does"));
    m_codeValue->setAccessibleName(tr("What the code is worth"));
    m_minutes->setPlaceholderText(tr("30 or 6:01"));
    m_end->setPlaceholderText(QStringLiteral("2026/11/24 22:35"));
    m_codeWord->setPlaceholderText(tr("Code"));
    for (QLineEdit *value : {m_passValue, m_codeValue})
        value->setPlaceholderText(tr("None"));
    m_credit->setPlaceholderText(tr("None"));
    m_when->setText(tr("When"));
    m_when->setAccessibleName(tr("Pick a start"));
    m_compare->setText(tr("Beside another time"));
    m_compareWhen->setText(tr("Compare"));
    m_compareWhen->setAccessibleName(tr("Pick two times to compare"));
    retranslateEffects();
    refill();
}

} // namespace wemo::pages::simulator
