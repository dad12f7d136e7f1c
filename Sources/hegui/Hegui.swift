internal import ArgumentParser

@main
struct Hegui: ParsableCommand {}
