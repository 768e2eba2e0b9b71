#include "ui/pages/delivery/fact_row.h"

#include "ui/pages/delivery/delivery_text.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace wemo::pages::delivery {

namespace {
constexpr const char *places[] = {"factRate", "factTime", "factUsed", "factCost", "factBalance"};
} // namespace

FactRow::FactRow(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("deliveryFacts"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    int column = 0;
    for (const char *place : places) {
        Fact fact{new QLabel(this), new QLabel(this), new QLabel(this)};
        fact.name->setProperty("ui", "muted");
        fact.name->setFont(ui::uiFont(ui::TextSize::Small));
        fact.value->setFont(ui::uiFont(ui::TextSize::Title, QFont::DemiBold));
        fact.value->setObjectName(QLatin1StringView(place));
        fact.note->setProperty("ui", "muted");
        fact.note->setFont(ui::uiFont(ui::TextSize::Small));
        grid->addWidget(fact.name, 0, column);
        grid->addWidget(fact.value, 1, column);
        grid->addWidget(fact.note, 2, column);
        grid->setColumnStretch(column++, 1);
        m_facts.append(fact);
    }
}

void FactRow::setPicture(const Picture &picture) {
    m_picture = picture;
    fill();
}

void FactRow::put(int place, const QString &name, const QString &value, const QString &note) {
    const Fact &fact = m_facts.at(place);
    fact.name->setText(name);
    fact.value->setText(value);
    fact.note->setText(note);
    fact.value->setAccessibleName(QStringLiteral("%1: %2 %3").arg(name, value, note));
}

void FactRow::fill() {
    if (!m_picture)
        return;
    const auto &total = m_picture->overTime.total;
    const QLocale locale;
    put(0, tr("Delivered"), percentText(total.deliveryRate()),
        tr("%1 not, %2 still open")
            .arg(locale.toString(total.undelivered + total.unknown), locale.toString(total.open)));
    put(1, tr("Half arrive within"), timeText(total.toDelivery.quantile(0.5)),
        tr("95 % within %1").arg(timeText(total.toDelivery.quantile(0.95))));
    put(2, tr("Codes used"), percentText(total.verifiedRatio()),
        tr("%1 of %2").arg(locale.toString(total.verified), locale.toString(total.codes)));
    put(3, tr("Cost"), costText(total.cost), tr("%1 messages").arg(locale.toString(total.asked)));
    QStringList others;
    QString first = QStringLiteral("–");
    for (const GatewayBalance &balance : std::as_const(m_picture->balances)) {
        if (!balance.credits)
            continue;
        const QString credits = locale.toString(std::llround(*balance.credits));
        if (others.isEmpty() && first == u"–") {
            first = credits;
            others.append(gatewayText(balance.name));
        } else {
            others.append(QStringLiteral("%1 %2").arg(gatewayText(balance.name), credits));
        }
    }
    put(4, tr("Credits left"), first, others.join(QStringLiteral(" · ")));
}

void FactRow::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace wemo::pages::delivery
