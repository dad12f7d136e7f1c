#if Service
    import DecisionLog
    import Testing
#endif
