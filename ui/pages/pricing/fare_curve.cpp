#include "ui/pages/pricing/fare_curve.h"

#include "models/pricing/explain.h"

#include <QKeyEvent>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

namespace {
constexpr int keyStride = 10;
constexpr qint64 defaultKilometres = 3;
constexpr qint64 defaultMinutes = 20;

} // namespace

FareCurve::FareCurve(FareAxis axis, QWidget *parent)
    : QWidget(parent)
    , m_axis(axis) {
    setObjectName(axis == FareAxis::Minutes ? QStringLiteral("fareOverMinutes") : QStringLiteral("fareOverKm"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_ride.start = fromMs(1'795'320'000'000);
    m_ride.seconds = defaultMinutes * 60;
    m_ride.metres = axis == FareAxis::Minutes ? defaultKilometres * 1000 : 0;
    describe();
}

void FareCurve::setConfigs(const std::optional<Config> &before, const std::optional<Config> &after) {
    m_old = before;
    m_new = after;
    sample();
}

void FareCurve::setRide(const Ride &ride) {
    m_ride = ride;
    m_ride.benefits.clear();
    sample();
}

void FareCurve::setNames(const QString &before, const QString &after) {
    m_oldName = before;
    m_newName = after;
    describe();
    update();
}

/// Both over the same range, so that a place on the axis is the same ride in both.
void FareCurve::sample() {
    const qint64 range = std::max(m_old ? fareRange(*m_old, m_axis) : 0, m_new ? fareRange(*m_new, m_axis) : 0);
    m_before = m_old ? fareSamples(*m_old, m_ride, m_axis, range) : FareSamples{};
    m_after = m_new ? fareSamples(*m_new, m_ride, m_axis, range) : FareSamples{};
    const qsizetype count = std::max(m_before.at.size(), m_after.at.size());
    if (m_cursor && *m_cursor >= count)
        m_cursor.reset();
    describe();
    update();
}

QString FareCurve::title() const {
    return m_axis == FareAxis::Minutes ? tr("Fare by minutes, at %1 km").arg(m_ride.kilometres())
                                       : tr("Fare by km, at %1 min").arg(m_ride.minutes());
}

QString FareCurve::placeText(qint64 at) const {
    return m_axis == FareAxis::Minutes ? tr("%1 min").arg(at) : tr("%1 km").arg(at);
}

QString FareCurve::legendOf(const QString &name, const FareSamples &samples) const {
    if (!m_cursor)
        return name;
    const std::optional<qint64> due = samples.due.value(*m_cursor);
    return QStringLiteral("%1 %2").arg(name, due ? moneyText(*due * perTwd) : QStringLiteral("–"));
}

void FareCurve::describe() {
    setAccessibleName(title());
    const FareSamples &samples = m_after.at.isEmpty() ? m_before : m_after;
    if (samples.at.isEmpty())
        return setAccessibleDescription(tr("Nothing to price yet."));
    const int index = m_cursor.value_or(static_cast<int>(samples.at.size()) - 1);
    QStringList parts{placeText(samples.at.at(index))};
    const auto add = [&](const QString &name, const FareSamples &line) {
        if (const auto due = line.due.value(index))
            parts.append(QStringLiteral("%1 %2").arg(name, moneyText(*due * perTwd)));
    };
    add(m_oldName.isEmpty() ? tr("Now") : m_oldName, m_before);
    add(m_newName.isEmpty() ? tr("New") : m_newName, m_after);
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

void FareCurve::move(std::optional<int> index) {
    if (index == m_cursor)
        return;
    m_cursor = index;
    describe();
    update();
}

void FareCurve::leaveEvent(QEvent *event) {
    if (!hasFocus())
        move(std::nullopt);
    QWidget::leaveEvent(event);
}

void FareCurve::focusOutEvent(QFocusEvent *event) {
    move(std::nullopt);
    QWidget::focusOutEvent(event);
}

void FareCurve::keyPressEvent(QKeyEvent *event) {
    const auto last = static_cast<int>(std::max(m_before.at.size(), m_after.at.size())) - 1;
    const int here = m_cursor.value_or(-1);
    int next = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        next = m_cursor ? here - 1 : last;
        break;
    case Qt::Key_Right:
        next = here + 1;
        break;
    case Qt::Key_PageUp:
        next = m_cursor ? here - keyStride : last;
        break;
    case Qt::Key_PageDown:
        next = here + keyStride;
        break;
    case Qt::Key_Home:
        break;
    case Qt::Key_End:
        next = last;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    if (last >= 0)
        move(std::clamp(next, 0, last));
}

void FareCurve::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
}

} // namespace wemo::pages::pricing
