#include "ui/pages/campaigns/step_strip.h"

#include <QHBoxLayout>
#include <QPainter>

namespace wemo::pages::campaigns {

namespace {
constexpr int circle = 20;
constexpr int textLeft = 28;

struct Colors {
    const char *fill;
    const char *mark;
    const char *text;
};

Colors colorsOf(StepView::State state) {
    switch (state) {
    case StepView::State::Now:
        return {"accent", "on-accent", "text"};
    case StepView::State::Done:
        return {"success-tint", "success-text", "text"};
    case StepView::State::Failed:
        return {"danger-tint", "danger-text", "text"};
    case StepView::State::Ahead:
    case StepView::State::Off:
        break;
    }
    return {"sunken", "text-muted", "text-muted"};
}
} // namespace

StepButton::StepButton(int number, QWidget *parent)
    : QAbstractButton(parent)
    , m_number(number) {
    setObjectName(QStringLiteral("step%1").arg(number));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void StepButton::setStep(const StepView &step) {
    if (m_step == step)
        return;
    m_step = step;
    setText(step.name);
    setAccessibleName(QStringLiteral("%1. %2. %3").arg(QString::number(m_number), step.name, step.result));
    setToolTip(step.result.isEmpty() ? step.name : QStringLiteral("%1: %2").arg(step.name, step.result));
    update();
}

QString StepButton::mark() const {
    if (m_step.state == StepView::State::Done)
        return QStringLiteral("✓");
    return m_step.state == StepView::State::Failed ? QStringLiteral("!") : QString::number(m_number);
}

void StepButton::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ui::Tokens &tokens = ui::Tokens::current();
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(tokens.color("focus"), 1.5) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? QBrush(tokens.color("hover")) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), ui::metrics::radius, ui::metrics::radius);
    }
    const Colors colors = colorsOf(m_step.state);
    const QRectF disc(4, 5, circle, circle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.color(QLatin1StringView(colors.fill)));
    painter.drawEllipse(disc);
    painter.setPen(tokens.color(QLatin1StringView(colors.mark)));
    painter.setFont(ui::uiFont(ui::TextSize::Small, QFont::DemiBold));
    painter.drawText(disc, Qt::AlignCenter, mark());
    const bool now = m_step.state == StepView::State::Now;
    painter.setFont(ui::uiFont(ui::TextSize::Body, now ? QFont::DemiBold : QFont::Normal));
    painter.setPen(tokens.color(QLatin1StringView(colors.text)));
    const QRect name(textLeft, 4, width() - textLeft - 2, 22);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_step.name, Qt::ElideRight, name.width()));
    painter.setFont(ui::uiFont(ui::TextSize::Small));
    painter.setPen(tokens.color("text-muted"));
    const QRect result(6, 27, width() - 8, 18);
    painter.drawText(result, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_step.result, Qt::ElideRight, result.width()));
}

StepStrip::StepStrip(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("campaignSteps"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (int i = 0; i < count; ++i) {
        auto *button = new StepButton(i + 1, this);
        m_buttons.append(button);
        row->addWidget(button, 1);
        connect(button, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
    }
}

void StepStrip::setSteps(const QList<StepView> &steps) {
    for (int i = 0; i < count; ++i)
        m_buttons.at(i)->setStep(steps.value(i));
}

} // namespace wemo::pages::campaigns
