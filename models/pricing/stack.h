#pragma once
#include "models/pricing/quote.h"
#include "models/pricing/sum.h"

#include <QVarLengthArray>

namespace wemo::pricing {

/// A stretch of the ride in the units its config charges by: minutes and kilometres [from, to).
struct Leg {
    const Config *config = nullptr;
    int stretch = 0;
    qint64 fromMinute = 0;
    qint64 toMinute = 0;
    qint64 fromKm = 0;
    qint64 toKm = 0;
};
using Legs = QVarLengthArray<Leg, 2>;

/// Builds a quote from below, step by step in the order of the stack. Used by quote() alone.
class Stack {
public:
    Stack(const Legs &legs, const Ride &ride, const Package *package)
        : m_legs(legs)
        , m_ride(ride)
        , m_package(package) {}

    void addMeter();
    void addZones(const ZoneFees &zones, int component);
    void addCalendar(const Calendar &calendar, int component);
    /// All caps of a config at once: the longer window is filled by what the shorter leaves.
    void addCaps(const Cap *const *caps, const int *components, int count);
    /// Where negative rates took the fare below 0.
    void addFloor();
    void addBenefit(const Benefit &benefit, int part, bool isTaken);
    void addRounding();
    void addCredit(const Benefit &benefit, int part, bool isTaken);

    Result<Quote> finish();
    Rate total() const { return m_total; }
    void noteRent() { m_quote.rent = m_total; }

private:
    void add(const Line &line);
    void addSegments(const std::vector<Segment> &segments, int component, const Leg &leg, bool isTime);
    void addPackage(int component);
    Rate timeCharge(qint64 minutes);
    void addRule(const Calendar &calendar, const CalendarRule &rule, int component, int part, Rate below);
    void addSavings(const Cap &cap, int component, std::vector<Rate> &windows, Rate other);

    const Legs &m_legs;
    const Ride &m_ride;
    const Package *m_package;
    Exact m_exact;
    Rate m_total = 0;
    Quote m_quote;
};

} // namespace wemo::pricing
