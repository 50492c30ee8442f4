HearsayCommand.main()
