#if Service
    import HummingbirdTesting
    import Testing
    import WebService
#endif
