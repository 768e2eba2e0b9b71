#include "ui/pages/simulator/ride_form.h"

#include "ui/pages/simulator/field_box.h"
#include "ui/pages/simulator/field_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QToolButton>

namespace wemo::pages::simulator {

using wemo::pricing::BenefitEffect;
using wemo::pricing::CatalogEntry;

namespace {
void choose(QComboBox *choice, const QVariant &data) {
    choice->setCurrentIndex(std::max(0, choice->findData(data)));
}
QString chosen(const QComboBox *choice) {
    return choice->currentData().toString();
}
BenefitEffect effectOf(const QComboBox *choice) {
    return static_cast<BenefitEffect>(choice->currentData().toInt());
}
bool isChinese() {
    return QLocale().language() == QLocale::Chinese;
}
} // namespace

RideForm::RideForm(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("rideForm"));
    setProperty("ui", "content");
    build();
    retranslate();
    setEntry({});
}

void RideForm::setCatalog(const QList<CatalogEntry> &catalog) {
    m_catalog = catalog;
    refill();
}

void RideForm::refill() {
    const RideEntry kept = entry();
    const QScopedValueRollback filling(m_isFilling, true);
    fill(m_product, QStringLiteral("product"), kept.product);
    fill(m_model, QStringLiteral("model"), kept.model);
    fill(m_tier, QStringLiteral("tier"), kept.tier);
    fill(m_pickup, QStringLiteral("zone"), kept.pickupZone);
    fill(m_return, QStringLiteral("zone"), kept.returnZone);
}

void RideForm::fill(QComboBox *choice, const QString &kind, const QString &code) {
    choice->clear();
    if (kind != u"product")
        choice->addItem(tr("Not given"), QString());
    for (const CatalogEntry &entry : std::as_const(m_catalog))
        if (entry.kind == kind)
            choice->addItem(isChinese() ? entry.nameZh : entry.nameEn, entry.code);
    if (choice->findData(code) < 0)
        choice->addItem(code, code);
    choose(choice, code);
}

void RideForm::setEntry(const RideEntry &entry) {
    const QScopedValueRollback filling(m_isFilling, true);
    fill(m_product, QStringLiteral("product"), entry.product);
    fill(m_model, QStringLiteral("model"), entry.model);
    fill(m_tier, QStringLiteral("tier"), entry.tier);
    fill(m_pickup, QStringLiteral("zone"), entry.pickupZone);
    fill(m_return, QStringLiteral("zone"), entry.returnZone);
    m_start->setText(entry.start);
    m_minutes->setText(entry.minutes);
    m_end->setText(entry.end);
    m_km->setText(entry.km);
    m_hours->setText(entry.hours);
    choose(m_passEffect, static_cast<int>(entry.pass.effect));
    m_passValue->setText(entry.pass.value);
    choose(m_codeEffect, static_cast<int>(entry.code.effect));
    m_codeWord->setText(entry.code.code);
    m_codeValue->setText(entry.code.value);
    m_credit->setText(entry.credit);
    m_compare->setChecked(entry.otherStart.has_value());
    m_other->setText(entry.otherStart.value_or(QString()));
    showShape();
}

RideEntry RideForm::entry() const {
    RideEntry entry;
    entry.product = chosen(m_product);
    entry.model = chosen(m_model);
    entry.tier = chosen(m_tier);
    entry.pickupZone = chosen(m_pickup);
    entry.returnZone = chosen(m_return);
    entry.start = m_start->text();
    entry.minutes = m_minutes->text();
    entry.end = m_end->text();
    entry.km = m_km->text();
    entry.hours = m_hours->text();
    entry.pass = {effectOf(m_passEffect), {}, m_passValue->text()};
    entry.code = {effectOf(m_codeEffect), m_codeWord->text(), m_codeValue->text()};
    entry.credit = m_credit->text();
    if (m_compare->isChecked())
        entry.otherStart = m_other->text();
    return entry;
}

void RideForm::setErrors(const QList<FieldError> &errors) {
    for (auto box = m_boxes.cbegin(); box != m_boxes.cend(); ++box) {
        const auto found = std::find_if(errors.cbegin(), errors.cend(),
                                        [&box](const FieldError &error) { return error.path == box.key(); });
        box.value()->setError(found == errors.cend() ? QString() : fieldWords(*found));
    }
}

void RideForm::focusFirstError() {
    for (auto *line : findChildren<QLineEdit *>())
        if (line->isVisible() && line->property("invalid").toBool())
            return line->setFocus(Qt::OtherFocusReason);
}

void RideForm::focusStart() {
    m_start->setFocus(Qt::ShortcutFocusReason);
    m_start->selectAll();
}

/// How long is said either way: what is typed last counts.
void RideForm::onEdited(const QLineEdit *line) {
    if (line == m_minutes && !m_minutes->text().isEmpty())
        m_end->clear();
    else if (line == m_end && !m_end->text().isEmpty())
        m_minutes->clear();
    Q_EMIT edited();
}

void RideForm::showShape() {
    m_boxes.value(QStringLiteral("hours"))->setVisible(chosen(m_product) != u"per_minute");
    m_boxes.value(QStringLiteral("other_start"))->setVisible(m_compare->isChecked());
}

/// Ctrl+C without a selection in a field is not the field's: the fare is copied.
bool RideForm::eventFilter(QObject *watched, QEvent *event) {
    const auto *line = qobject_cast<QLineEdit *>(watched);
    if (line && event->type() == QEvent::ShortcutOverride && !line->hasSelectedText() &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RideForm::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wemo::pages::simulator
