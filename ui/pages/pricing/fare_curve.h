#pragma once
#include "models/pricing/quote.h"

#include <QWidget>

namespace wemo::pages::pricing {

/// What is due along one axis. Pure: what the chart draws and a test compares with the engine.
struct FareSamples {
    QList<qint64> at;                 ///< minutes or km, ascending from 0, at most 400
    QList<std::optional<qint64>> due; ///< whole TWD; nothing where the engine refuses
    bool operator==(const FareSamples &) const = default;
};
enum class FareAxis { Minutes, Kilometres };
/// How far an axis goes for a config: 120 min or 30 km; to where a cap is reached; a package's end and beyond.
qint64 fareRange(const wemo::pricing::Config &config, FareAxis axis);
/// `ride` gives everything but the axis. For a config of packages the ride is on the first one.
FareSamples fareSamples(const wemo::pricing::Config &config, wemo::pricing::Ride ride, FareAxis axis, qint64 range);

/// The fare over minutes or over km, of the new config over that of the old, step by step as the engine prices it. The
/// legend tells both under the cursor, which follows the mouse or the arrow keys (Page Up and Down go ten steps).
class FareCurve final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FareCurve)

public:
    explicit FareCurve(FareAxis axis, QWidget *parent = nullptr);
    /// Either may be missing: nothing in force before, or nothing that could be priced is typed.
    void setConfigs(const std::optional<wemo::pricing::Config> &before,
                    const std::optional<wemo::pricing::Config> &after);
    /// The ride along the axis: its start, zones, and the km (over minutes) or minutes (over km) it has.
    void setRide(const wemo::pricing::Ride &ride);
    /// "Now" and "New" where nothing is said.
    void setNames(const QString &before, const QString &after);

    const FareSamples &before() const { return m_before; }
    const FareSamples &after() const { return m_after; }
    std::optional<int> cursor() const { return m_cursor; }
    QSize sizeHint() const override { return {320, 168}; }
    QSize minimumSizeHint() const override { return {200, 136}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Frame;
    Frame frame() const;
    void sample();
    void move(std::optional<int> index);
    void describe();
    QString title() const;
    QString placeText(qint64 at) const;
    QString legendOf(const QString &name, const FareSamples &samples) const;
    void paintHeader(QPainter &painter) const;
    void paintAxes(QPainter &painter, const Frame &frame) const;
    void paintLine(QPainter &painter, const Frame &frame, const FareSamples &samples, bool isNew) const;
    void paintCursor(QPainter &painter, const Frame &frame) const;

    FareAxis m_axis;
    wemo::pricing::Ride m_ride;
    std::optional<wemo::pricing::Config> m_old;
    std::optional<wemo::pricing::Config> m_new;
    QString m_oldName;
    QString m_newName;
    FareSamples m_before;
    FareSamples m_after;
    std::optional<int> m_cursor;
};

} // namespace wemo::pages::pricing
